namespace Publish.Disclosure.Tables;

/// <summary>What becomes of a cell.</summary>
public enum CellStatus
{
    /// <summary>The cell is published.</summary>
    Published,

    /// <summary>The cell is suppressed because of its own content.</summary>
    Primary,

    /// <summary>The cell is suppressed so that others cannot be worked out from it.</summary>
    Secondary,
}
