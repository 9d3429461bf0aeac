namespace Publish.Csv.Sources;

/// <summary>Turns text of another encoding into UTF-8, a piece at a time.</summary>
internal abstract class Transcoder
{
    private const int PieceLength = 1 << 15;

    /// <summary>The most bytes of UTF-8 for each byte of input, and then some for what was held back.</summary>
    private const int Growth = 3;

    private readonly byte[] _piece = new byte[PieceLength];
    private readonly byte[] _text = new byte[(PieceLength * Growth) + CellPadding];
    private int _held;
    private int _taken;
    private int _count;

    private const int CellPadding = 64;

    /// <summary>Reads some text.</summary>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="buffer">Takes UTF-8, perhaps only a part of a character at its end.</param>
    /// <returns>How many bytes, 0 at the end.</returns>
    public int Read(LookAhead.Reader source, Span<byte> buffer)
    {
        while (_taken == _count)
        {
            var read = source(_piece.AsSpan(_held));
            if (read == 0 && _held == 0)
            {
                return 0;
            }

            var input = _piece.AsSpan(0, _held + read);
            _count = Transcode(input, read == 0, _text, out var used);
            _taken = 0;
            input[used..].CopyTo(_piece);
            _held = input.Length - used;
        }

        var count = int.Min(buffer.Length, _count - _taken);
        _text.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    /// <summary>Transcodes a piece.</summary>
    /// <param name="input">The bytes; may be changed.</param>
    /// <param name="last">Whether no more follow, so that nothing may be held back.</param>
    /// <param name="text">Takes the UTF-8; has room for whatever comes of the input.</param>
    /// <param name="used">How many bytes of the input were used; the others are given again, before those that follow.</param>
    /// <returns>How many bytes of text.</returns>
    protected abstract int Transcode(Span<byte> input, bool last, Span<byte> text, out int used);
}
