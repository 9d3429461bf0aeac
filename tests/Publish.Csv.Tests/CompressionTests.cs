using System.IO.Compression;

namespace Publish.Csv.Tests;

public sealed class CompressionTests
{
    private static CsvColumn[] Two { get; } = [Some.Integer("a"), Some.Text("b")];
    private static byte[] Plain { get; } = Some.Utf8("a,b\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{i * 7919 % 104729}\n")));

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void Packed_text_is_read_as_if_it_were_plain(Compression compression)
    {
        var packed = Pack(compression, Plain);
        var (report, rows) = Read(compression, packed);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal((20_000, packed.Length, Plain.Length), (rows.All.Count, report.SourceBytes, report.DecodedBytes));
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void Several_members_or_frames_are_one_text(Compression compression)
    {
        byte[] packed = [.. Pack(compression, Plain.AsSpan(0, 1000)), .. Pack(compression, []), .. Pack(compression, Plain.AsSpan(1000))];
        var (report, rows) = Read(compression, packed);
        Assert.True(report.IsClean, Some.Describe(report));
        Assert.Equal(20_000, rows.All.Count);
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void A_file_cut_short_anywhere_is_damaged_and_its_last_record_is_no_fault(Compression compression)
    {
        var packed = Pack(compression, Plain);
        foreach (var cut in (int[])[1, 2, 4, 5, 8, 9, 100, packed.Length / 2, packed.Length - 20])
        {
            var (report, _) = Read(compression, packed.AsSpan(0, packed.Length - cut));
            Assert.Equal(["compression-error 0:0:0"], Some.Places(report));
        }
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void Other_bytes_after_the_end_are_reported(Compression compression)
    {
        foreach (var rubbish in (int[])[1, 3, 4, 12, 5000, 100_000])
        {
            var (report, _) = Read(compression, [.. Pack(compression, Plain), .. Enumerable.Repeat((byte)7, rubbish)]);
            Assert.Equal(["compression-error 0:0:0"], Some.Places(report));
            Assert.Equal(20_000, report.Rows);
        }
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void No_flipped_bit_goes_unnoticed(Compression compression)
    {
        var packed = Pack(compression, Plain);
        for (var at = compression == Compression.Gzip ? 10 : 6; at < packed.Length; at += 997)
        {
            AssertNoticed(compression, packed, at);
        }

        for (var back = 1; back <= 4; back++)
        {
            AssertNoticed(compression, packed, packed.Length - back);
        }
    }

    [Fact]
    public void A_wrong_gzip_checksum_or_length_is_reported()
    {
        var packed = Pack(Compression.Gzip, Plain);
        for (var back = 1; back <= 8; back++)
        {
            AssertNoticed(Compression.Gzip, packed, packed.Length - back);
        }
    }

    [Fact]
    public void Optional_parts_of_a_gzip_header_are_passed_over()
    {
        var packed = Pack(Compression.Gzip, Plain);
        byte[] named = [0x1F, 0x8B, 8, 4 + 8 + 16 + 2, .. packed[4..10], 3, 0, 1, 2, 3, .. "name\0"u8, .. "comment\0"u8, 9, 9, .. packed[10..]];
        Assert.True(Read(Compression.Gzip, named).Report.IsClean);
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void Plain_text_declared_as_packed_is_reported(Compression compression)
    {
        var (report, _) = Read(compression, Plain);
        Assert.Equal(["compression-error 0:0:0"], Some.Places(report));
        Assert.Equal(Plain.Length, report.SourceBytes);
    }

    [Fact]
    public void A_spreadsheet_inside_gzip_is_recognised()
    {
        var (report, _) = Read(Compression.Gzip, Pack(Compression.Gzip, Some.Utf8("PK\u0003\u0004 [Content_Types].xml")));
        Assert.Equal(["excel-file 0:0:0"], Some.Places(report));
    }

    [Theory]
    [InlineData(Compression.Gzip)]
    [InlineData(Compression.Zstd)]
    public void A_file_that_unpacks_to_more_than_allowed_is_stopped(Compression compression)
    {
        var packed = Pack(compression, new byte[50_000_000]);
        var options = Some.Options() with { MaximumDecodedBytes = 1_000_000 };
        var (report, _) = Some.Read(packed, Some.Format with { Compression = compression }, options, Two);
        Assert.Contains("decoded-too-large 0:0:0", Some.Places(report));
        Assert.Equal(packed.Length, report.SourceBytes);
        Assert.InRange(report.DecodedBytes, 0, 1_000_000);
    }

    [Fact]
    public void An_error_of_the_source_itself_is_thrown_on()
    {
        using var source = new FailingStream(Pack(Compression.Gzip, Plain), 30_000);
        Assert.Throws<IOException>(() => CsvReader.Read(
            source, Some.Format with { Compression = Compression.Gzip }, Two, new CollectedRows(), Some.Options(2), default));
    }

    private static void AssertNoticed(Compression compression, byte[] packed, int at)
    {
        var damaged = packed.ToArray();
        damaged[at] ^= 0x10;
        var (report, _) = Read(compression, damaged);
        Assert.Contains(report.Faults, group => group.Code == CsvCodes.CompressionError);
    }

    private static (ReadReport Report, CollectedRows Rows) Read(Compression compression, ReadOnlySpan<byte> file) =>
        Some.Read(file.ToArray(), Some.Format with { Compression = compression }, Some.Options(2, 1000), Two);

    private static byte[] Pack(Compression compression, ReadOnlySpan<byte> plain)
    {
        using var packed = new MemoryStream();
        using (Stream packer = compression == Compression.Gzip
            ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : Zstd(packed))
        {
            // An empty text still is a member of its own.
            packer.Write(plain);
            packer.Flush();
        }

        if (plain.IsEmpty && compression == Compression.Gzip)
        {
            return Convert.FromHexString("1F8B080000000000000003000000000000000000");
        }

        return packed.ToArray();
    }

    private static ZstdSharp.CompressionStream Zstd(Stream packed)
    {
        var packer = new ZstdSharp.CompressionStream(packed, leaveOpen: true);
        packer.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        return packer;
    }
}
