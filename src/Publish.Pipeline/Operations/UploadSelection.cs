using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Policies;

namespace Publish.Pipeline.Operations;

/// <summary>Which upload a person means.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Receipt">The receipt, where the edition has several uploads.</param>
public sealed record UploadSelection(string Agency, string Dataset, string Edition, string? Receipt = null)
{
    private const int Parts = 3;

    /// <summary>Reads <c>agency/dataset/edition</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="receipt">The receipt, or <see langword="null"/>.</param>
    /// <returns>The selection, or <see langword="null"/> where the text has another form.</returns>
    public static UploadSelection? Parse(string text, string? receipt)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length == Parts && Names.IsName(parts[0]) && Names.IsName(parts[1]) && Names.IsEdition(parts[2])
            ? new UploadSelection(parts[0], parts[1], parts[2], receipt)
            : null;
    }

    /// <summary>As a command line names it.</summary>
    /// <returns><c>agency/dataset/edition</c>.</returns>
    public override string ToString() => $"{Agency}/{Dataset}/{Edition}";

    /// <summary>Finds the one upload that is meant.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="may">Which uploads the decision may be about.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The record as it is now.</returns>
    /// <exception cref="CodedException">There is none, or there are several.</exception>
    internal async Task<Seen<UploadRecord>> FindAsync(
        UploadLedger ledger, Func<UploadRecord, bool> may, CancellationToken cancellation)
    {
        UploadRecord? found = null;
        await foreach (var record in ledger.AllAsync($"{Agency}/{Dataset}/{Edition}", cancellation).ConfigureAwait(false))
        {
            if (may(record) && (Receipt is null || record.Receipt == Receipt))
            {
                found = found is null ? record : throw new CodedException(OperationCodes.SeveralToDecide);
            }
        }

        var seen = found is null ? null : await ledger.FindAsync(found, cancellation).ConfigureAwait(false);
        return seen is not null && may(seen.Record) ? seen : throw new CodedException(OperationCodes.NothingToDecide);
    }
}
