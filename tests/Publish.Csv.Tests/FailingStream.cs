namespace Publish.Csv.Tests;

/// <summary>A stream that fails after some bytes.</summary>
internal sealed class FailingStream(byte[] bytes, int after) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => Position >= after
        ? throw new IOException("The disk is gone.")
        : base.Read(buffer[..(int)long.Min(buffer.Length, after - Position)]);
}
