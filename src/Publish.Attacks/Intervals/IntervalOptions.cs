using Publish.Attacks.Bounds;

namespace Publish.Attacks.Intervals;

/// <summary>What the intruder of the interval attack knows, and how hard to try. Counts work, not time, so results repeat.</summary>
public sealed record IntervalOptions
{
    /// <summary>What the public knows of suppressed counts.</summary>
    public BoundOptions Public { get; init; } = new();

    /// <summary>Equations that may be looked at in one search for a whole-number table. By default 100,000.</summary>
    public long SearchEffort { get; init; } = 100_000;

    /// <summary>Equations that may be looked at in all searches of one component. By default 5,000,000.</summary>
    public long ComponentSearchEffort { get; init; } = 5_000_000;

    /// <summary>The most unknowns of a component in which whole-number tables are searched for. By default 400.</summary>
    public int SearchedUnknowns { get; init; } = 400;

    /// <summary>The most unknowns of a component that linear programmes are solved for. By default 20,000.</summary>
    public int ProgrammedUnknowns { get; init; } = 20_000;

    /// <summary>
    /// Pivots times unknowns that the linear programmes of one component may cost. By default 10⁹, some seconds; what is
    /// open then is not proven.
    /// </summary>
    public long ProgramEffort { get; init; } = 1_000_000_000;

    /// <summary>Components worked on at once, at least 1; by default 2. The result does not depend on it.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>How many witnesses are written out. By default 100.</summary>
    public int MaximumWitnesses { get; init; } = 100;
}
