namespace Publish.Samples;

/// <summary>One thing that is wrong with a <see cref="FaultyUpload"/>.</summary>
/// <param name="Row">The row a spreadsheet shows: the header is 1.</param>
/// <param name="Column">The name of the column.</param>
/// <param name="Code">The identifier of the code that a strict reader gives, such as <c>type-error</c>.</param>
public sealed record PlantedFault(int Row, string Column, string Code)
{
    /// <summary>What the cell is replaced by, or <see langword="null"/> where the cell itself, a row's last, is left out.</summary>
    internal string? Text { get; init; }

    internal string[] PlantIn(string[] record, string[] header)
    {
        var column = Array.IndexOf(header, Column);
        return Text is null ? record[..column] : [.. record[..column], Text, .. record[(column + 1)..]];
    }
}
