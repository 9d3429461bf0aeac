namespace Publish.Csv;

/// <summary>Where a fault is. Counts from 1; 0 means that the fault has no such place.</summary>
/// <param name="Row">The row a spreadsheet shows: the header is 1 and blank rows count.</param>
/// <param name="Line">The physical line. Quoted line ends make it differ from the row.</param>
/// <param name="Column">The position of the column in the file.</param>
/// <param name="Name">The declared name of the column, or <see langword="null"/>.</param>
public readonly record struct FaultPlace(long Row, long Line, int Column, string? Name)
{
    /// <summary>The place in words: <c>row 4711, line 4712, column 3 (age)</c>; empty for the file as a whole.</summary>
    public override string ToString()
    {
        var parts = new List<string>(3);
        if (Row > 0)
        {
            parts.Add(FormattableString.Invariant($"row {Row}"));
        }

        if (Line > 0)
        {
            parts.Add(FormattableString.Invariant($"line {Line}"));
        }

        if (Column > 0)
        {
            parts.Add(FormattableString.Invariant($"column {Column}") + (Name is null ? "" : $" ({Name})"));
        }
        else if (Name is not null)
        {
            parts.Add($"column {Name}");
        }

        return string.Join(", ", parts);
    }
}
