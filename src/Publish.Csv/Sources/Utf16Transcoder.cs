using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Publish.Csv.Sources;

/// <summary>Transcodes UTF-16; a surrogate without its partner, and an odd last byte, cannot be decoded.</summary>
internal sealed class Utf16Transcoder(bool bigEndian) : Transcoder
{
    private ushort[] _units = [];

    protected override int Transcode(Span<byte> input, bool last, Span<byte> text, out int used)
    {
        var units = Units(input);
        var (taken, written) = (0, 0);
        while (taken < units.Length)
        {
            var status = Utf8.FromUtf16(
                units[taken..], text[written..], out var read, out var wrote, replaceInvalidSequences: false, isFinalBlock: last);
            taken += read;
            written += wrote;
            if (status == OperationStatus.NeedMoreData)
            {
                break;
            }

            if (status == OperationStatus.InvalidData)
            {
                text[written++] = DecodedText.Undecodable;
                taken++;
            }
        }

        used = 2 * taken;
        if (last && used < input.Length)
        {
            text[written++] = DecodedText.Undecodable;
            used = input.Length;
        }

        return written;
    }

    private ReadOnlySpan<char> Units(ReadOnlySpan<byte> input)
    {
        var source = MemoryMarshal.Cast<byte, ushort>(input);
        if (_units.Length < source.Length)
        {
            _units = new ushort[source.Length];
        }

        var units = _units.AsSpan(0, source.Length);
        if (bigEndian == BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(source, units);
        }
        else
        {
            source.CopyTo(units);
        }

        return MemoryMarshal.Cast<ushort, char>(units);
    }
}
