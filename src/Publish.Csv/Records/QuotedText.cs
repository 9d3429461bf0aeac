namespace Publish.Csv.Records;

/// <summary>The text inside quotes.</summary>
internal static class QuotedText
{
    /// <summary>Makes one quote of each doubled quote, in place.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="start">Where the text starts, after the opening quote.</param>
    /// <param name="end">Where it ends, before the closing quote.</param>
    /// <returns>Where it ends now.</returns>
    public static int Undouble(byte[] bytes, int start, int end)
    {
        var written = start;
        while (true)
        {
            var rest = bytes.AsSpan(start, end - start);
            var quote = rest.IndexOf((byte)'"');
            var plain = quote < 0 ? rest.Length : quote + 1;
            if (written != start)
            {
                rest[..plain].CopyTo(bytes.AsSpan(written));
            }

            written += plain;
            start += plain + 1;
            if (quote < 0)
            {
                return written;
            }
        }
    }
}
