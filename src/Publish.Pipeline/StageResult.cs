namespace Publish.Pipeline;

/// <summary>What a stage did.</summary>
/// <param name="Summary">In words, for the person who watches.</param>
public sealed record StageResult(string Summary)
{
    /// <summary>Rows that were read, where the stage reads them.</summary>
    public long? Rows { get; init; }

    /// <summary>Classes (combinations of key values) that were counted.</summary>
    public long? Classes { get; init; }

    /// <summary>Cells of all tables that are suppressed, for their own sake or to shield others.</summary>
    public long? SuppressedCells { get; init; }

    /// <summary>Rows that all releases of records leave out.</summary>
    public long? SuppressedRows { get; init; }

    /// <summary>Files that were written.</summary>
    public long? Files { get; init; }

    /// <summary>Attacks that were made.</summary>
    public long? Attacks { get; init; }
}
