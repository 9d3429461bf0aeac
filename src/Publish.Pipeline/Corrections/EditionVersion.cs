using Publish.Codes;
using Publish.Metadata;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Release;

namespace Publish.Pipeline.Corrections;

/// <summary>
/// Says which version of its edition an upload becomes: the first, the one that it already is, or a correction. This is
/// looked up before anything costly is done, and again, atomically, by the claim at the release.
/// </summary>
/// <param name="request">The upload.</param>
/// <param name="upload">The admitted upload.</param>
/// <param name="ledger">The dataset's ledger, or <see langword="null"/> for a check.</param>
internal sealed class EditionVersion(RunRequest request, AdmittedUpload upload, DatasetLedger? ledger)
{
    /// <summary>Finds it.</summary>
    /// <param name="contentSha256">The digest of what was read.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The record to claim the edition with.</returns>
    /// <exception cref="StopException">The edition holds something else, and the upload does not say that it corrects it.</exception>
    public async Task<EditionRecord> FindAsync(string contentSha256, CancellationToken cancellation)
    {
        var record = new EditionRecord(
            contentSha256, upload.PolicySha256, VersionNumber.First, EditionState.Publishing, request.Entry?.ReceiptId)
        {
            Received = request.Entry?.Received,
        };
        var there = ledger is null ? null : await ledger.FindEditionAsync(upload.Edition, cancellation).ConfigureAwait(false);
        if (there is null)
        {
            return request.CorrectionReason is null || request.CheckOnly
                ? record with { Before = await ContentsAsync(VersionBefore.OfEarlierEditionAsync, cancellation).ConfigureAwait(false) }
                : throw Held(CorrectionCodes.NothingToCorrect);
        }

        if (there.State != EditionState.Withdrawn && there.IsOfSame(record))
        {
            return record with { Version = there.Version, Correction = there.Correction, Before = there.Before };
        }

        if (there.State == EditionState.Withdrawn || request.CorrectionReason is not { } reason)
        {
            throw Held(Release.ReleaseCodes.EditionAlreadyPublished);
        }

        // A worker that comes late to it would else put old data in the place of new.
        if (record.Received < there.Received)
        {
            throw Held(CorrectionCodes.Overtaken);
        }

        return there.State == EditionState.Publishing ? throw Held(CorrectionCodes.EditionBeingPublished) : record with
        {
            Version = VersionNumber.After(there.Version),
            Correction = new Correction(there.Version, reason),
            Before = await ContentsAsync(
                (place, agency, dataset, edition, stop) => VersionBefore.OfVersionAsync(place, agency, dataset, edition, there.Version, stop), cancellation).ConfigureAwait(false),
        };
    }

    private StopException Held(Code code) => new(Verdict.Held, code, $"edition {upload.Edition}");

    // What each audience had before.
    private async Task<IReadOnlyDictionary<string, VersionContents>> ContentsAsync(
        Func<Storage.IPublicPlace, string, string, string, CancellationToken, Task<VersionContents?>> find, CancellationToken cancellation)
    {
        var before = new Dictionary<string, VersionContents>(StringComparer.Ordinal);
        foreach (var audience in upload.Policy.Audiences.Select(Audiences.NameOf))
        {
            if (request.PlaceOf is { } placeOf
                && await find(placeOf(audience), upload.Policy.Agency, upload.Policy.Dataset, upload.Edition, cancellation).ConfigureAwait(false) is { } contents)
            {
                before.Add(audience, contents);
            }
        }

        return before;
    }
}
