namespace Publish.Csv.Sources;

/// <summary>Holds the first bytes of a source, so that they can be looked at and then read.</summary>
internal sealed class LookAhead
{
    /// <summary>The most bytes looked at.</summary>
    public const int Length = 512;

    private readonly byte[] _held = new byte[Length];
    private int _taken;
    private int _count;

    /// <summary>Reads into a span and tells how many bytes, 0 at the end.</summary>
    public delegate int Reader(Span<byte> buffer);

    /// <summary>Fills up from the source, and gives what is held.</summary>
    public ReadOnlySpan<byte> Fill(Reader source)
    {
        while (_count < Length)
        {
            var count = source(_held.AsSpan(_count));
            if (count == 0)
            {
                break;
            }

            _count += count;
        }

        return _held.AsSpan(_taken, _count - _taken);
    }

    /// <summary>Passes over some bytes held.</summary>
    public void Skip(int count) => _taken += count;

    /// <summary>Takes as many bytes held as there is room for.</summary>
    public int Take(Span<byte> buffer)
    {
        var count = int.Min(buffer.Length, _count - _taken);
        _held.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }
}
