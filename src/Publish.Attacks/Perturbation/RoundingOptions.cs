using Publish.Attacks.Intervals;

namespace Publish.Attacks.Perturbation;

/// <summary>How hard the attack on rounded counts tries. Counts work, not time, so results repeat.</summary>
public sealed record RoundingOptions
{
    /// <summary>Cells that the search for moves may look at. By default 2·10⁹, some seconds.</summary>
    public long MoveEffort { get; init; } = 2_000_000_000;

    /// <summary>Cells that programmes and searches are tried for, by default 200; what is open beyond these is not proven.</summary>
    public int ProgrammedCells { get; init; } = 200;

    /// <summary>The most classes around a cell that are looked at by themselves. By default 120.</summary>
    public int ClassesAround { get; init; } = 120;

    /// <summary>How hard linear programmes and the search for whole numbers try; by default up to 1,500 unknowns at once.</summary>
    public IntervalOptions Programs { get; init; } = new()
    {
        ProgrammedUnknowns = 1500,
        ProgramEffort = 100_000_000,
        SearchEffort = 10_000,
    };
}
