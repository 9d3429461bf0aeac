using System.Text;

namespace Publish.Tests;

/// <summary>
/// A message of protocol buffers, read by field numbers. Source: Protocol Buffers documentation, "Encoding". The numbers are
/// those of opentelemetry-proto 1.x.
/// </summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Number, ulong Scalar, byte[]? Bytes)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = Varint(ref message);
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((number, Varint(ref message), null));
                    break;
                case 1:
                    _fields.Add((number, BitConverter.ToUInt64(message), null));
                    message = message[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref message);
                    _fields.Add((number, 0, message[..length].ToArray()));
                    message = message[length..];
                    break;
                case 5:
                    _fields.Add((number, BitConverter.ToUInt32(message), null));
                    message = message[4..];
                    break;
                default:
                    throw new InvalidDataException("Not a message of protocol buffers.");
            }
        }
    }

    /// <summary>The messages that a path of field numbers leads to.</summary>
    public IEnumerable<ProtobufMessage> At(params int[] path) => path.Aggregate(
        Enumerable.Repeat(this, 1),
        (messages, number) => messages.SelectMany(message => message._fields.Where(f => f.Number == number).Select(f => new ProtobufMessage(f.Bytes))));

    /// <summary>A field that is text.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(_fields.First(f => f.Number == number).Bytes!);

    /// <summary>Attributes, KeyValue messages of a field, each value as text.</summary>
    public IReadOnlyDictionary<string, string> Attributes(int number) => At(number).ToDictionary(
        pair => pair.Text(1),
        pair => ValueOf(Assert.Single(pair.At(2))));

    // AnyValue: 1 string, 2 bool, 3 int, 4 double.
    private static string ValueOf(ProtobufMessage value)
    {
        var (number, scalar, bytes) = Assert.Single(value._fields);
        return number switch
        {
            1 => Encoding.UTF8.GetString(bytes!),
            4 => FormattableString.Invariant($"{BitConverter.UInt64BitsToDouble(scalar)}"),
            _ => FormattableString.Invariant($"{(long)scalar}"),
        };
    }

    private static ulong Varint(ref ReadOnlySpan<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[0];
            message = message[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
