using System.Security.Cryptography;
using Publish.Attacks.Tables;
using Publish.Metadata;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Staging;
using Publish.Policies;
using Publish.Storage;

namespace Publish.Pipeline.Corrections;

/// <summary>The version that a correction supersedes, as readers have it.</summary>
/// <param name="Releases">The certificate of each release, whatever its audience, and the local folder of its files.</param>
/// <param name="Tables">The tables, by release.</param>
internal sealed record SupersededVersion(
    IReadOnlyDictionary<string, (CertifiedRelease Release, string Folder)> Releases, IReadOnlyDictionary<string, PublishedTable> Tables)
{
    /// <summary>The local folders of all files.</summary>
    public IEnumerable<string> Folders => Releases.Values.Select(each => each.Folder).Distinct(StringComparer.Ordinal);

    /// <summary>Fetches the version that a record corrects, and those before it, which readers may have kept, too.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="record">The version to come.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>All earlier versions of the edition, the newest last; none where the record corrects none.</returns>
    /// <exception cref="StopException">Its files are not there as they were published.</exception>
    public static async Task<IReadOnlyList<SupersededVersion>> FetchAsync(
        RunRequest request, AdmittedUpload upload, EditionRecord record, RunSettings settings, CancellationToken cancellation)
    {
        if (record.Correction is not { } correction || request.PlaceOf is not { } placeOf)
        {
            return [];
        }

        var earlier = new List<SupersededVersion>();
        foreach (var version in VersionNumber.UpTo(correction.Supersedes))
        {
            earlier.Add(await FetchAsync(placeOf, upload, record, version, settings, cancellation).ConfigureAwait(false));
        }

        return earlier;
    }

    private static async Task<SupersededVersion> FetchAsync(
        Func<string, IPublicPlace> placeOf,
        AdmittedUpload upload,
        EditionRecord record,
        string number,
        RunSettings settings,
        CancellationToken cancellation)
    {
        var releases = new Dictionary<string, (CertifiedRelease Release, string Folder)>(StringComparer.Ordinal);
        var root = Path.Combine(settings.TemporaryFolder, "superseded", number);
        foreach (var audience in record.Before.Keys)
        {
            var version = new BlobName($"{Containers.Published}/{upload.Policy.Agency}/{upload.Policy.Dataset}/{upload.Edition}/{number}");
            var folder = Directory.CreateDirectory(Path.Combine(root, audience)).FullName;
            var place = placeOf(audience);
            var certificate = CertificateJson.Read(
                await place.ReadAsync(version.Below(StagingStage.CertificateName), cancellation).ConfigureAwait(false) ?? throw Differs());
            foreach (var release in certificate.Releases)
            {
                await FetchAsync(place, version, release, folder, cancellation).ConfigureAwait(false);
                releases.Add(release.Name, (release, folder));
            }
        }

        return new SupersededVersion(releases, Read(releases, upload, settings, root, cancellation));
    }

    private static async Task FetchAsync(
        IPublicPlace place, BlobName version, CertifiedRelease release, string folder, CancellationToken cancellation)
    {
        if (!Names.IsName(release.Name))
        {
            throw Differs();
        }

        var name = release.Name + StagedVersion.ParquetEnding;
        var content = await place.OpenReadAsync(version.Below(name), cancellation).ConfigureAwait(false) ?? throw Differs();
        await using (content.ConfigureAwait(false))
        {
            var file = File.Create(Path.Combine(folder, name));
            await using (file.ConfigureAwait(false))
            {
                await content.CopyToAsync(file, cancellation).ConfigureAwait(false);
                file.Position = 0;
                var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
                if (release.Files.All(listed => listed.Name != name || listed.Sha256 != digest))
                {
                    throw Differs();
                }
            }
        }
    }

    private static Dictionary<string, PublishedTable> Read(
        Dictionary<string, (CertifiedRelease Release, string Folder)> releases,
        AdmittedUpload upload,
        RunSettings settings,
        string root,
        CancellationToken cancellation)
    {
        using var database = RunDatabase.Open(settings, "superseded", [root]);
        using var connection = database.Connect();
        return releases.Values.Where(each => each.Release.Kind == "table").ToDictionary(
            each => each.Release.Name,
            each => ReadBackTable.Read(
                connection,
                Path.Combine(each.Folder, each.Release.Name + StagedVersion.ParquetEnding),
                each.Release,
                upload.Policy.RespondentColumn is null,
                _ => false,
                _ => null,
                cancellation),
            StringComparer.Ordinal);
    }

    private static StopException Differs() => new(Verdict.Held, CorrectionCodes.SupersededDiffers);
}
