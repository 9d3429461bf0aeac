namespace Publish.Pipeline.Verification;

/// <summary>Checks published versions with nothing but what was published.</summary>
public static class FolderVerification
{
    /// <summary>Checks every version below a folder.</summary>
    /// <param name="folder">A version's folder, or any folder above versions.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="cancellation">Stops the checks.</param>
    /// <returns>One result a version, in the order of their paths; empty when there is none below the folder.</returns>
    public static IReadOnlyList<VersionVerification> Run(string folder, RunSettings settings, CancellationToken cancellation) =>
        throw new NotImplementedException();
}
