namespace Publish.LinearPrograms.Simplex;

/// <summary>Why a simplex method stopped.</summary>
internal enum SimplexOutcome
{
    /// <summary>It found nothing to improve, for the bounds and costs in use.</summary>
    Done,

    /// <summary>No values meet the bounds.</summary>
    Infeasible,

    /// <summary>The objective improves without end.</summary>
    Unbounded,

    /// <summary>It lost its footing: too small a pivot, or the work limit.</summary>
    Lost,
}
