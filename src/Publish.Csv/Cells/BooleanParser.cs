using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Parses <see cref="CellType.Boolean"/>.</summary>
internal readonly struct BooleanParser(TextSet trueTexts, TextSet falseTexts) : ICellParser
{
    public bool TryParse(ReadOnlySpan<byte> buffer, int start, int length, out long value)
    {
        var cell = buffer.Slice(start, length);
        value = trueTexts.Contains(cell) ? 1 : 0;
        return value == 1 || falseTexts.Contains(cell);
    }

    public FaultDetail Explain(ReadOnlySpan<byte> cell) =>
        cell[0] == ' ' || cell[^1] == ' ' ? FaultDetail.Spaces : FaultDetail.None;
}
