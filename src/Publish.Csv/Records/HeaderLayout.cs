namespace Publish.Csv.Records;

/// <summary>Which column of the file is which declared column.</summary>
/// <param name="width">The number of labels.</param>
/// <param name="declared">The number of declared columns.</param>
internal sealed class HeaderLayout(int width, int declared)
{
    private readonly int[] _declaredAt = Filled(width);
    private readonly int[] _positionOf = Filled(declared);

    /// <summary>The number of labels.</summary>
    public int Width => width;

    /// <summary>The declared column at a position of the file from 0, or -1.</summary>
    public int DeclaredAt(int position) => _declaredAt[position];

    /// <summary>The position in the file, from 0, of a declared column, or -1.</summary>
    public int PositionOf(int column) => _positionOf[column];

    /// <summary>Joins a position to a declared column.</summary>
    public void Assign(int position, int column)
    {
        _declaredAt[position] = column;
        _positionOf[column] = position;
    }

    private static int[] Filled(int length)
    {
        var places = new int[length];
        Array.Fill(places, -1);
        return places;
    }
}
