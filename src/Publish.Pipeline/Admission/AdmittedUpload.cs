using Publish.Policies;

namespace Publish.Pipeline.Admission;

/// <summary>An upload whose policy and agreement allow it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="PolicySha256">Digest of the policy and the files it names.</param>
/// <param name="Edition">The edition.</param>
/// <param name="LevelFiles">The rows of each file of levels (without its header), by file name.</param>
/// <param name="RawKeptUntil">The day after which the raw upload is deleted.</param>
internal sealed record AdmittedUpload(
    Policy Policy,
    string PolicySha256,
    string Edition,
    IReadOnlyDictionary<string, string[][]> LevelFiles,
    DateOnly RawKeptUntil)
{
    /// <summary>How counts are perturbed, or <see langword="null"/>.</summary>
    public AdmittedPerturbation? Perturbation { get; init; }
}
