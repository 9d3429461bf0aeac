namespace Publish.Attacks.Tables;

/// <summary>What is done to each number of a measure by itself, so that sums need not agree.</summary>
public enum MeasureNoise
{
    /// <summary>Nothing: numbers are exact.</summary>
    None,

    /// <summary>They are rounded together, so that sums agree exactly, yet numbers differ from the truth.</summary>
    Controlled,

    /// <summary>Each is off by at most half the rounding unit, and a cell that is absent may have been rounded to 0.</summary>
    Rounded,

    /// <summary>Each is off by what nobody is told.</summary>
    Secret,
}
