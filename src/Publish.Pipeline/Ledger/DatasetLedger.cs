using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>The ledger of one dataset: small records in private storage, each written only where it is what was last seen.</summary>
internal sealed class DatasetLedger(IPrivatePlace place, string agency, string dataset)
{
    /// <summary>What is known of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record, or <see langword="null"/> for an edition that was never published.</returns>
    public Task<EditionRecord?> FindEditionAsync(string edition, CancellationToken cancellation) =>
        LedgerJson.ReadAsync<EditionRecord>(place, NameOf("editions", edition), cancellation);

    /// <summary>
    /// Claims an edition for a content and a policy, or finds who claimed it. A correction claims it from the version that it
    /// supersedes, once that is published.
    /// </summary>
    /// <param name="edition">The edition.</param>
    /// <param name="claim">The record to write if there is none, or the one that it corrects.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record that is there afterwards: this one, or an earlier one.</returns>
    public async Task<EditionRecord> ClaimAsync(string edition, EditionRecord claim, CancellationToken cancellation)
    {
        var name = NameOf("editions", edition);
        while (true)
        {
            var tag = await place.FindTagAsync(name, cancellation).ConfigureAwait(false);
            var there = tag is null ? null : await LedgerJson.ReadAsync<EditionRecord>(place, name, cancellation).ConfigureAwait(false)
                ?? throw new IOException("A record of the ledger vanished while it was read.");
            if (there is not null && !(there.State == EditionState.Published && there.Version == claim.Correction?.Supersedes))
            {
                return there;
            }

            if (await place.TryWriteAsync(name, LedgerJson.Write(claim), new BlobWrite(tag), cancellation).ConfigureAwait(false))
            {
                return claim;
            }
        }
    }

    /// <summary>Notes how far a claimed edition is. It never goes back: what was withdrawn stays withdrawn.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="version">The version that is so far; <see langword="null"/> for whichever the edition has.</param>
    /// <param name="state">How far it is now.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the record says that, or more.</returns>
    public async Task NoteAsync(string edition, string? version, EditionState state, CancellationToken cancellation)
    {
        var name = NameOf("editions", edition);
        while (true)
        {
            var tag = await place.FindTagAsync(name, cancellation).ConfigureAwait(false);
            var record = await LedgerJson.ReadAsync<EditionRecord>(place, name, cancellation).ConfigureAwait(false)
                ?? throw new IOException("A record of the ledger vanished while it was read.");
            if (record.State >= state
                || (version is not null && version != record.Version)
                || await place.TryWriteAsync(name, LedgerJson.Write(record with { State = state }), new BlobWrite(tag), cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <summary>The levels an earlier edition chose for a release of records.</summary>
    /// <param name="release">The release's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The levels, or <see langword="null"/> before the first edition.</returns>
    public Task<ChosenLevels?> FindLevelsAsync(string release, CancellationToken cancellation) =>
        LedgerJson.ReadAsync<ChosenLevels>(place, NameOf("levels", release), cancellation);

    /// <summary>Keeps the levels of a release if none are kept yet.</summary>
    /// <param name="release">The release's name.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True when these levels are kept now; false when another run has just kept others.</returns>
    public Task<bool> TryKeepLevelsAsync(string release, ChosenLevels levels, CancellationToken cancellation) =>
        place.TryWriteAsync(NameOf("levels", release), LedgerJson.Write(levels), BlobWrite.New, cancellation);

    private BlobName NameOf(string kind, string name) => new($"ledger/{agency}/{dataset}/{kind}/{name}.json");
}
