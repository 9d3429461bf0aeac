using Publish.Pipeline.Ledger;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Staging;
using Publish.Storage;

namespace Publish.Pipeline.Release;

/// <summary>
/// Puts an audited version where its audiences read: the version's folders first, then what leads to them, last. Every
/// step can be repeated after a death at any instant, or done by several at once, with the same result.
/// </summary>
internal sealed class VersionRelease(Func<string, IPublicPlace> placeOf, DatasetLedger ledger, TimeProvider time)
{
    /// <summary>Publishes a version.</summary>
    /// <param name="version">The version as staged and audited.</param>
    /// <param name="cancellation">Stops the call between steps.</param>
    /// <returns>A task that ends when the pointers are in place.</returns>
    /// <exception cref="StopException">The edition, or its folder, holds something else.</exception>
    /// <exception cref="IOException">Storage failed, or the edition was claimed or withdrawn meanwhile; it can be repeated.</exception>
    public async Task PublishAsync(ReadyVersion version, CancellationToken cancellation)
    {
        foreach (var (release, levels) in version.Levels)
        {
            await LevelsLedger.KeepAsync(ledger, release, levels, cancellation).ConfigureAwait(false);
        }

        var claimed = await ledger.ClaimAsync(version.Edition, version.Record, cancellation).ConfigureAwait(false);
        if (claimed.State == EditionState.Withdrawn || !claimed.IsOfSame(version.Record))
        {
            throw new StopException(Verdict.Held, ReleaseCodes.EditionAlreadyPublished, version.Edition);
        }

        if (claimed.Version != version.Record.Version || !claimed.HasSameBefore(version.Record))
        {
            // Another run of the same upload was first, and something was published or withdrawn between the two.
            throw new EditionMovedException();
        }

        try
        {
            await PutAsync(version, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // A worker that stood still in between may have put back what a person had taken away: whatever stops it, it looks.
            await TakeBackIfWithdrawnAsync(version).ConfigureAwait(false);
        }

        await ledger.NoteAsync(version.Edition, version.Record.Version, EditionState.Published, cancellation).ConfigureAwait(false);
    }

    private async Task PutAsync(ReadyVersion version, CancellationToken cancellation)
    {
        foreach (var (audience, staged) in version.Audiences)
        {
            if (!await placeOf(audience).TryPutFolderAsync(staged.Folder, staged.Path, cancellation).ConfigureAwait(false))
            {
                throw new StopException(Verdict.Held, ReleaseCodes.VersionFolderDiffers, staged.Folder.Value);
            }
        }

        foreach (var (audience, staged) in version.Audiences)
        {
            await LeadToAsync(placeOf(audience), version, staged, cancellation).ConfigureAwait(false);
        }
    }

    // It was published before it was withdrawn, so another worker has answered the uploader: this one gives no answer.
    private async Task TakeBackIfWithdrawnAsync(ReadyVersion version)
    {
        if (await ledger.FindEditionAsync(version.Edition, CancellationToken.None).ConfigureAwait(false) is not { State: EditionState.Withdrawn })
        {
            return;
        }

        foreach (var (audience, staged) in version.Audiences)
        {
            await PublishedEdition.RemoveAsync(placeOf(audience), staged.DatasetFolder, staged.Edition, CancellationToken.None).ConfigureAwait(false);
        }

        throw new IOException("The edition was withdrawn while another worker published it.");
    }

    private async Task LeadToAsync(IPublicPlace place, ReadyVersion version, StagedVersion staged, CancellationToken cancellation)
    {
        var correction = version.Record.Correction;
        await CurrentTree.PutAsync(place, staged, correction is not null, IsNewestAsync, cancellation).ConfigureAwait(false);
        var history = new PublishedHistory(place, version.Agency, version.Dataset);
        await history.AddAsync(staged, correction, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        var pointers = new Pointers(place, version.Agency, version.Dataset);
        await pointers.PointAsync(staged, history, cancellation).ConfigureAwait(false);
        await pointers.PointDatasetAsync(history, cancellation).ConfigureAwait(false);

        async Task<bool> IsNewestAsync(CancellationToken stop) =>
            await ledger.FindEditionAsync(version.Edition, stop).ConfigureAwait(false) is { State: not EditionState.Withdrawn } there
            && there.Version == version.Record.Version;
    }
}
