using System.Security.Cryptography;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Parts;

/// <summary>A folder of parts of this machine.</summary>
/// <param name="path">The folder.</param>
public sealed class LocalFolder(string path) : UploadFolder
{
    private PartList? _list;

    /// <inheritdoc />
    public override IReadOnlyList<IUploadContent> Files => [.. Names.Select(name => new LocalUpload(Path.Combine(path, name)))];

    /// <inheritdoc />
    internal override PartList List => _list ??= Read(path);

    /// <inheritdoc />
    internal override Task<IReadOnlyList<PartialClassTable>> TablesAsync(
        AdmittedUpload upload, GroupingPlan plan, RunSettings settings, IProgress<double> progress, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetBytes(Pseudonyms.SecretBytes);
        var tables = new PartialClassTable[Files.Count];
        for (var part = 0; part < tables.Length; part++)
        {
            var grouping = new PartGrouping(settings, new PartProgress(progress, part, tables.Length));
            tables[part] = grouping.Run(upload, Files[part], plan, secret, PartialFolder(settings, part), cancellation);
        }

        return Task.FromResult<IReadOnlyList<PartialClassTable>>(tables);
    }

    private static PartList Read(string path)
    {
        try
        {
            var marker = new FileInfo(Path.Combine(path, Marker));
            return marker.Exists
                ? PartList.Of(
                    Directory.EnumerateFiles(path).Select(file => Path.GetFileName(file)).Where(PartList.IsPart),
                    marker.Length > PartList.MostBytes ? new byte[PartList.MostBytes + 1] : File.ReadAllBytes(marker.FullName))
                : throw new StopException(Verdict.Rejected, PartCodes.NotClosed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Verdict.Rejected, AdmissionCodes.UploadNotFound);
        }
    }
}
