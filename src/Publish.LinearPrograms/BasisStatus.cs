namespace Publish.LinearPrograms;

/// <summary>The part a variable or a row's activity plays in a basis.</summary>
public enum BasisStatus
{
    /// <summary>Nonbasic, at the lower bound.</summary>
    AtLower,

    /// <summary>Nonbasic, at the upper bound.</summary>
    AtUpper,

    /// <summary>Nonbasic, without bounds, at 0.</summary>
    AtZero,

    /// <summary>Basic: its value follows from the nonbasic ones.</summary>
    Basic,
}
