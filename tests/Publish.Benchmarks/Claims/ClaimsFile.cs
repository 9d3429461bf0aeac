using System.Globalization;
using System.Security.Cryptography;

namespace Publish.Benchmarks.Claims;

/// <summary>A file of claims on disk, made once and kept. Its digest lies beside it and is written last.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its digest, as lower-case hexadecimal.</param>
internal sealed record ClaimsFile(string Path, long Bytes, string Sha256)
{
    private const int BlockRows = 16_384;

    /// <summary>Finds the file, or makes it.</summary>
    /// <param name="folder">The folder it is kept in.</param>
    /// <param name="variant">Who the respondents are.</param>
    /// <param name="rows">The rows.</param>
    public static ClaimsFile Ensure(string folder, ClaimsVariant variant, long rows)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"claims-by-{ClaimsShape.NumberColumn(variant)}-{rows}-v{ClaimsGenerator.Version}.csv");
        var path = System.IO.Path.Combine(folder, name);
        var digest = path + ".sha256";
        if (!File.Exists(path) || !File.Exists(digest))
        {
            var partial = path + ".partial";
            var sha256 = Write(partial, new ClaimsGenerator(variant, rows), rows);
            File.Move(partial, path, overwrite: true);
            File.WriteAllText(digest, sha256);
        }

        return new ClaimsFile(path, new FileInfo(path).Length, File.ReadAllText(digest));
    }

    // As many blocks at a time as there are cores; they are written in their order, whoever filled them first.
    private static string Write(string path, ClaimsGenerator generator, long rows)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = generator.Header();
        file.Write(header);
        hash.AppendData(header);

        var blocks = new byte[Environment.ProcessorCount][];
        var lengths = new int[blocks.Length];
        for (var first = 0L; first < rows; first += (long)BlockRows * blocks.Length)
        {
            var start = first;
            Parallel.For(0, blocks.Length, block => lengths[block] = Fill(
                blocks[block] ??= new byte[BlockRows * ClaimsGenerator.MostRowBytes],
                generator,
                start + ((long)block * BlockRows),
                rows));
            for (var block = 0; block < blocks.Length; block++)
            {
                file.Write(blocks[block], 0, lengths[block]);
                hash.AppendData(blocks[block], 0, lengths[block]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static int Fill(byte[] block, ClaimsGenerator generator, long first, long rows)
    {
        var length = 0;
        for (var row = first; row < Math.Min(rows, first + BlockRows); row++)
        {
            length += generator.WriteRow(block.AsSpan(length, ClaimsGenerator.MostRowBytes), row);
        }

        return length;
    }
}
