namespace Publish.Attacks.Systems;

/// <summary>What is known about an unknown cell after solving.</summary>
internal enum CellState : byte
{
    /// <summary>Neither determined nor proven free.</summary>
    Unproven,

    /// <summary>Determined by the known cells.</summary>
    Solved,

    /// <summary>Two tables that agree on everything known differ in it.</summary>
    Free,
}
