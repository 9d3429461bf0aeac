namespace Publish.Csv.Faults;

/// <summary>One fault as it is met: numbers only, turned into words when the report is made.</summary>
/// <param name="Row">The row, or 0.</param>
/// <param name="Line">The line, or 0.</param>
/// <param name="Position">The position of the column in the file from 1, or 0.</param>
/// <param name="Detail">The sentence to add.</param>
/// <param name="Found">The first number of that sentence.</param>
/// <param name="Wanted">The second number of that sentence.</param>
internal readonly record struct Fault(
    long Row, long Line, int Position, FaultDetail Detail = FaultDetail.None, long Found = 0, long Wanted = 0)
    : IComparable<Fault>
{
    /// <summary>A fault of the file as a whole.</summary>
    public static Fault OfFile(FaultDetail detail = FaultDetail.None, long found = 0) => new(0, 0, 0, detail, found);

    /// <summary>File order.</summary>
    public int CompareTo(Fault other) => (Row, Line, Position).CompareTo((other.Row, other.Line, other.Position));
}
