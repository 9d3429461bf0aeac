using Publish.Samples;

namespace Publish.Cli.Demos;

/// <summary>One upload of the demo.</summary>
/// <param name="Sample">The sample it belongs to.</param>
/// <param name="Edition">The edition it is about.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Write">Writes the file, from a seed.</param>
/// <param name="IsFaulty">True where it must be rejected.</param>
internal sealed record DemoUpload(
    Sample Sample, string Edition, string FileName, Action<Stream, ulong> Write, bool IsFaulty)
{
    /// <summary>All uploads of the demo: every sample of it, then the faulty ones.</summary>
    public static IReadOnlyList<DemoUpload> All { get; } =
    [
        .. SampleCatalogue.Demonstrated.Select(sample =>
            new DemoUpload(sample, sample.Edition, sample.UploadFileName, sample.WriteUpload, false)),
        .. SampleCatalogue.Demonstrated.Where(sample => sample.FaultyUpload is not null).Select(sample =>
            new DemoUpload(
                sample,
                sample.FaultyUpload!.Edition,
                sample.FaultyUpload.UploadFileName,
                sample.FaultyUpload.WriteUpload,
                true)),
    ];
}
