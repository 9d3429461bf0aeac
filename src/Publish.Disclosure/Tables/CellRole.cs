namespace Publish.Disclosure.Tables;

/// <summary>What secondary suppression may do with a cell.</summary>
public enum CellRole
{
    /// <summary>The cell is published unless it must be suppressed to shield others.</summary>
    Candidate,

    /// <summary>The cell is suppressed, and nobody may be able to work it out.</summary>
    Primary,

    /// <summary>The cell is published whatever happens (a known zero, an older publication).</summary>
    Known,

    /// <summary>
    /// The cell is not published and holds no secret: a cell between tables, a sum that only helps to write equations.
    /// </summary>
    Hidden,
}
