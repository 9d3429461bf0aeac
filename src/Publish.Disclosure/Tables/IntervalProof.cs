namespace Publish.Disclosure.Tables;

/// <summary>How a suppressed cell was proven to be as uncertain as it must be.</summary>
public enum IntervalProof
{
    /// <summary>Nothing was proven: the cell is published or holds no secret, or it is among the unprotected ones.</summary>
    None,

    /// <summary>Another solution of the equations differs in the cell; nothing was asked of its interval.</summary>
    Move,

    /// <summary>Possible tables that agree with everything published reach both ends of the interval asked for.</summary>
    FeasiblePair,

    /// <summary>A linear programme reaches both ends.</summary>
    LinearProgram,
}
