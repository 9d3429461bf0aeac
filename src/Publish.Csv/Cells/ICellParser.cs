using Publish.Csv.Faults;

namespace Publish.Csv.Cells;

/// <summary>Parses cells of one type. Implemented by structs, so that each type's loop is compiled for it.</summary>
internal interface ICellParser
{
    /// <summary>Parses one cell.</summary>
    /// <param name="buffer">Ends at least <see cref="CellGrid.Padding"/> bytes after the cell.</param>
    /// <param name="start">Where the cell starts.</param>
    /// <param name="length">At least 1.</param>
    /// <param name="value">The value, encoded as <see cref="CellType"/> says.</param>
    bool TryParse(ReadOnlySpan<byte> buffer, int start, int length, out long value);

    /// <summary>Why a cell that does not parse does not.</summary>
    FaultDetail Explain(ReadOnlySpan<byte> cell);
}
