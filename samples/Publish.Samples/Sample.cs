using Publish.Samples.Writing;

namespace Publish.Samples;

/// <summary>One synthetic agency's dataset: a policy, and the file the agency uploads, made from a seed.</summary>
public sealed class Sample
{
    private readonly SyntheticFile _upload;

    internal Sample(SyntheticFile upload, params IReadOnlyList<string> filesBeside)
    {
        _upload = upload;
        FilesBeside = filesBeside;
    }

    /// <summary>The agency's name, such as <c>northshire-council</c>.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset's name, such as <c>road-casualties</c>.</summary>
    public required string Dataset { get; init; }

    /// <summary>The title people read; the policy's.</summary>
    public required string Title { get; init; }

    /// <summary>The edition the upload is about, such as <c>2026-Q2</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The upload's file name.</summary>
    public required string UploadFileName { get; init; }

    /// <summary>The policy's file name: the dataset's name with <c>.yaml</c>.</summary>
    public string PolicyFileName => Dataset + ".yaml";

    /// <summary>The policy's file name, then those of the files beside it.</summary>
    public IReadOnlyList<string> PolicyFiles => [PolicyFileName, .. FilesBeside];

    /// <summary>The file names of the hierarchies, or of the noise, that lie beside the policy; none where it has no such.</summary>
    public IReadOnlyList<string> FilesBeside { get; }

    /// <summary>Whether its counts are rounded or perturbed. By default false.</summary>
    public bool IsPerturbed { get; init; }

    /// <summary>A later edition that must be rejected, or <see langword="null"/>.</summary>
    public FaultyUpload? FaultyUpload { get; init; }

    /// <summary>Writes the upload: the same bytes for the same seed, on any machine.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="seed">The seed; any value.</param>
    public void WriteUpload(Stream stream, ulong seed) => _upload.Write(stream, seed);

    /// <summary>Writes <see cref="PolicyFiles"/> into a folder, over files of their names.</summary>
    /// <param name="folder">The folder; made where it is missing.</param>
    public void WritePolicy(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in PolicyFiles)
        {
            using var resource = OpenPolicyFile(name);
            using var file = File.Create(Path.Combine(folder, name));
            resource.CopyTo(file);
        }
    }

    private Stream OpenPolicyFile(string name) =>
        typeof(Sample).Assembly.GetManifestResourceStream($"policies/{Agency}/{name}")
        ?? throw new InvalidOperationException("A sample's policy is not in the assembly.");
}
