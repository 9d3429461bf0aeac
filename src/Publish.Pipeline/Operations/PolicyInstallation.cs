using Publish.Codes;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>Puts the policy of a dataset, and the files it names, where uploads find it.</summary>
/// <param name="place">Private storage.</param>
public sealed class PolicyInstallation(IPrivatePlace place)
{
    /// <summary>Installs a policy. Where the same is installed, nothing changes.</summary>
    /// <param name="edition">The edition that is about to be sent: the policy has to be of its agency and dataset.</param>
    /// <param name="path">The policy; the files it names lie beside it.</param>
    /// <param name="replace">Whether another policy of the dataset may be replaced.</param>
    /// <param name="cancellation">Stops the calls; the command can be repeated.</param>
    /// <returns>Whether something was written.</returns>
    /// <exception cref="CodedException">
    /// The policy has faults, is another dataset's, names a file that is missing, or another is installed.
    /// </exception>
    public async Task<bool> InstallAsync(UploadSelection edition, string path, bool replace, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var written = false;
        foreach (var (file, content) in await ReadAsync(edition, path, cancellation).ConfigureAwait(false))
        {
            var name = new BlobName($"{Containers.Policies}/{edition.Agency}/{file}");
            var there = await place.ReadAsync(name, cancellation).ConfigureAwait(false);
            if (there is not null && there.AsSpan().SequenceEqual(content))
            {
                continue;
            }

            var write = replace ? BlobWrite.Any : BlobWrite.New;
            written = await place.TryWriteAsync(name, content, write, cancellation).ConfigureAwait(false)
                ? true
                : throw new CodedException(OperationCodes.OtherPolicy, file);
        }

        return written;
    }

    // The policy last: once it is there, so is what it names.
    private static async Task<IReadOnlyList<(string Name, byte[] Content)>> ReadAsync(
        UploadSelection edition, string path, CancellationToken cancellation)
    {
        var content = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        var reading = PolicyReader.Read(content, Path.GetFileName(path));
        if (!reading.IsRight)
        {
            throw new CodedException(reading.Findings);
        }

        if (reading.Policy.Agency != edition.Agency || reading.Policy.Dataset != edition.Dataset)
        {
            throw new CodedException(OperationCodes.PolicyOfOther, Path.GetFileName(path));
        }

        var files = new List<(string, byte[])>();
        foreach (var file in reading.Policy.Files)
        {
            var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file);
            if (!BlobName.IsName(file) || file.Contains('/', StringComparison.Ordinal) || !File.Exists(beside))
            {
                throw new CodedException(OperationCodes.PolicyFile, Path.GetFileName(path));
            }

            files.Add((file, await File.ReadAllBytesAsync(beside, cancellation).ConfigureAwait(false)));
        }

        files.Add((edition.Dataset + ".yaml", content));
        return files;
    }
}
