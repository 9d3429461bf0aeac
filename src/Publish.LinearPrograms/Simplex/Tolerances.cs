namespace Publish.LinearPrograms.Simplex;

/// <summary>What counts as nothing in the scaled programme.</summary>
internal static class Tolerances
{
    /// <summary>How far a value may lie outside its bounds, relative to a bound above 1.</summary>
    public const double Feasibility = 1e-9;

    /// <summary>How far a reduced cost may have the wrong sign.</summary>
    public const double Optimality = 1e-9;

    /// <summary>Entries of a pivot row or column below this are taken for rounding errors.</summary>
    public const double Pivot = 1e-9;

    /// <summary>A pivot below this is taken only when the factors are fresh.</summary>
    public const double SafePivot = 1e-6;

    /// <summary>A step below this is no progress.</summary>
    public const double Step = 1e-12;

    /// <summary>What may remain of infeasibilities when the work ends.</summary>
    public const double Final = 1e-7;
}
