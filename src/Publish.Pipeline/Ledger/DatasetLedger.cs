using System.Text.Json;
using System.Text.Json.Serialization;
using Publish.Storage;

namespace Publish.Pipeline.Ledger;

/// <summary>The ledger of one dataset: small records in private storage, each written only where it is what was last seen.</summary>
internal sealed class DatasetLedger(IPrivatePlace place, string agency, string dataset)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What is known of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record, or <see langword="null"/> for an edition that was never published.</returns>
    public Task<EditionRecord?> FindEditionAsync(string edition, CancellationToken cancellation) =>
        ReadAsync<EditionRecord>(NameOf("editions", edition), cancellation);

    /// <summary>Claims an edition for a content and a policy, or finds who claimed it.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="claim">The record to write if there is none.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The record that is there afterwards: this one, or an earlier one.</returns>
    public async Task<EditionRecord> ClaimAsync(string edition, EditionRecord claim, CancellationToken cancellation)
    {
        var name = NameOf("editions", edition);
        return await place.TryWriteAsync(name, Write(claim), BlobWrite.New, cancellation).ConfigureAwait(false)
            ? claim
            : await ReadAsync<EditionRecord>(name, cancellation).ConfigureAwait(false)
                ?? throw new IOException("A record of the ledger vanished while it was read.");
    }

    /// <summary>Notes that a claimed edition is in place.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="record">The record as claimed.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>A task that ends when the record is written.</returns>
    public async Task FinishAsync(string edition, EditionRecord record, CancellationToken cancellation)
    {
        var finished = record with { State = EditionState.Published };
        await place.TryWriteAsync(NameOf("editions", edition), Write(finished), BlobWrite.Any, cancellation)
            .ConfigureAwait(false);
    }

    /// <summary>The levels an earlier edition chose for a release of records.</summary>
    /// <param name="release">The release's name.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The levels, or <see langword="null"/> before the first edition.</returns>
    public Task<ChosenLevels?> FindLevelsAsync(string release, CancellationToken cancellation) =>
        ReadAsync<ChosenLevels>(NameOf("levels", release), cancellation);

    /// <summary>Keeps the levels of a release if none are kept yet.</summary>
    /// <param name="release">The release's name.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>True when these levels are kept now; false when another run has just kept others.</returns>
    public Task<bool> TryKeepLevelsAsync(string release, ChosenLevels levels, CancellationToken cancellation) =>
        place.TryWriteAsync(NameOf("levels", release), Write(levels), BlobWrite.New, cancellation);

    private static byte[] Write<T>(T record) => JsonSerializer.SerializeToUtf8Bytes(record, Options);

    private async Task<T?> ReadAsync<T>(BlobName name, CancellationToken cancellation)
        where T : class
    {
        var stream = await place.OpenReadAsync(name, cancellation).ConfigureAwait(false);
        if (stream is null)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            return await JsonSerializer.DeserializeAsync<T>(stream, Options, cancellation).ConfigureAwait(false);
        }
    }

    private BlobName NameOf(string kind, string name) => new($"ledger/{agency}/{dataset}/{kind}/{name}.json");
}
