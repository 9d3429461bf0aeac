using System.Globalization;
using Publish.Codes;
using Publish.Duck;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Corrections;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Release;
using Publish.Pipeline.Staging;
using Publish.Pipeline.Validation;
using Publish.Pipeline.Workspaces;
using Publish.Policies.Publications;
using Publish.Storage;

namespace Publish.Pipeline;

/// <summary>Takes one upload through its life, from admission to receipt.</summary>
/// <param name="settings">The run's share of the machine.</param>
/// <param name="time">The clock.</param>
/// <param name="observer">Watches.</param>
public sealed class PublicationRun(RunSettings settings, TimeProvider time, IRunObserver observer)
{
    /// <summary>Runs an upload.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="cancellation">Stops the run between steps; nothing half-done is published.</param>
    /// <returns>The receipt, kept in private storage before this returns (unless the request is a check).</returns>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no receipt, and it can be run again.</exception>
    /// <exception cref="IOException">Storage or the machine refused to read or write; there is no receipt, and it can be run again.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public async Task<Receipt> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var draft = new ReceiptDraft(request.Edition, request.Entry, request.CheckOnly, time);
        using var folder = new TemporaryFolder(settings.TemporaryFolder);
        try
        {
            await LiveAsync(request, draft, cancellation).ConfigureAwait(false);
        }
        catch (StopException stop)
        {
            draft.Stop(stop.Verdict, stop.Findings, stop.Upload);
        }
        catch (CodedException e)
        {
            draft.Stop(Verdict.Held, FindingGroup.Of(e.Findings), upload: null);
        }
        catch (BlobChangedException)
        {
            draft.Stop(Verdict.Held, FindingGroup.Of([new Finding(ValidationCodes.UploadChanged, "")]), upload: null);
        }
        catch (DuckException e)
        {
            draft.Stop(Verdict.Held, FindingGroup.Of([new Finding(e.Code, "")]), upload: null);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            // A fault of the program holds the release; its text could quote data, its type cannot. What storage or the
            // machine refuse is no answer to the uploader: such a run fails, and is run again.
            draft.Stop(Verdict.Held, FindingGroup.Of([new Finding(RunCodes.InternalError, "", $"The error is a {TypeOf(e)}.")]), upload: null);
        }

        var receipt = draft.Finish();
        if (request.Private is { } place)
        {
            await new ReceiptShelf(place).KeepAsync(receipt, cancellation).ConfigureAwait(false);
        }

        return receipt;
    }

    private async Task LiveAsync(RunRequest request, ReceiptDraft draft, CancellationToken cancellation)
    {
        observer.Begin(Stage.Admission);
        var upload = Admit(request, draft);
        var ledger = request.Private is { } place
            ? new DatasetLedger(place, upload.Policy.Agency, upload.Policy.Dataset)
            : null;
        observer.End(Stage.Admission, new StageResult($"agreement {upload.Policy.Agreement!.Id} admits the upload"));

        var grouped = await ValidateAsync(request, upload, cancellation).ConfigureAwait(false);
        draft.Note(grouped.Facts);
        var record = await new EditionVersion(request, upload, ledger).FindAsync(grouped.Facts.Sha256, cancellation).ConfigureAwait(false);
        var superseded = await SupersededVersion.FetchAsync(request, upload, record, settings, cancellation).ConfigureAwait(false);
        var protectedUpload = await ProtectAsync(upload, grouped, ledger, superseded is [.., var last] ? last : null, draft, cancellation).ConfigureAwait(false);
        var staged = Write(request, upload, grouped, protectedUpload, record, cancellation);
        var isProven = Examine(staged, upload, grouped, protectedUpload, superseded, draft, cancellation);
        if (!request.CheckOnly)
        {
            await PublishAsync(request, upload, staged, protectedUpload, ledger!, record, isProven, draft, cancellation).ConfigureAwait(false);
        }
    }

    private AdmittedUpload Admit(RunRequest request, ReceiptDraft draft)
    {
        var (policy, files) = AdmissionStage.ReadPolicy(request);
        draft.Note(policy);
        var upload = AdmissionStage.Admit(policy, files, request, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        draft.Note(upload);
        return upload;
    }

    private async Task<GroupedUpload> ValidateAsync(RunRequest request, AdmittedUpload upload, CancellationToken cancellation)
    {
        observer.Begin(Stage.Validation);
        var progress = new StageProgress(observer, Stage.Validation);
        var plan = GroupingPlanner.Plan(upload);
        var grouped = request.Upload is UploadFolder folder
            ? await new FolderValidation(settings, progress).RunAsync(upload, folder, plan, cancellation).ConfigureAwait(false)
            : new ValidationStage(settings, progress).Run(upload, request.Upload.Files[0], plan, cancellation);
        var summary = Text($"{grouped.Facts.Rows:N0} rows without a fault, {grouped.Classes.ClassCount:N0} classes");
        observer.End(Stage.Validation, new StageResult(summary) { Rows = grouped.Facts.Rows, Classes = grouped.Classes.ClassCount });
        return grouped;
    }

    private async Task<ProtectedUpload> ProtectAsync(
        AdmittedUpload upload, GroupedUpload grouped, DatasetLedger? ledger, SupersededVersion? superseded, ReceiptDraft draft, CancellationToken cancellation)
    {
        observer.Begin(Stage.Protection);
        var protectedUpload = await ProtectionStage.RunAsync(upload, grouped, ledger, superseded, cancellation).ConfigureAwait(false);
        draft.Note(protectedUpload);
        var summary = Text($"tables: {protectedUpload.Tables.Count}, releases of records: {protectedUpload.Records.Count}");
        observer.End(Stage.Protection, draft.Protected(summary));
        return protectedUpload;
    }

    private IReadOnlyDictionary<string, StagedVersion> Write(
        RunRequest request,
        AdmittedUpload upload,
        GroupedUpload grouped,
        ProtectedUpload protectedUpload,
        EditionRecord record,
        CancellationToken cancellation)
    {
        observer.Begin(Stage.Staging);
        var staged = new StagingStage(settings).Run(upload, request.Upload, grouped, protectedUpload, record, cancellation);
        var files = staged.Values.Sum(version => version.Files.Count);
        observer.End(Stage.Staging, new StageResult(Text($"{files} files")) { Files = files });
        return staged;
    }

    private bool Examine(
        IReadOnlyDictionary<string, StagedVersion> staged,
        AdmittedUpload upload,
        GroupedUpload grouped,
        ProtectedUpload protectedUpload,
        IReadOnlyList<SupersededVersion> superseded,
        ReceiptDraft draft,
        CancellationToken cancellation)
    {
        observer.Begin(Stage.Audit);
        var outcome = new AuditStage(settings).Run([.. staged.Values], upload, grouped, protectedUpload, superseded, cancellation);
        draft.Note(outcome.Facts);
        if (outcome.Findings.Count > 0)
        {
            throw new StopException(Verdict.Held, outcome.Findings);
        }

        var attacks = outcome.Facts.Count;
        observer.End(Stage.Audit, new StageResult(Text($"{attacks} attacks, none found anything")) { Attacks = attacks });
        return outcome.IsCorrectionProven;
    }

    private async Task PublishAsync(
        RunRequest request,
        AdmittedUpload upload,
        IReadOnlyDictionary<string, StagedVersion> staged,
        ProtectedUpload protectedUpload,
        DatasetLedger ledger,
        EditionRecord record,
        bool isProven,
        ReceiptDraft draft,
        CancellationToken cancellation)
    {
        observer.Begin(Stage.Release);
        var before = await ledger.FindEditionAsync(upload.Edition, cancellation).ConfigureAwait(false);
        var ready = new ReadyVersion(
            upload.Policy.Agency,
            upload.Policy.Dataset,
            record,
            protectedUpload.Records.ToDictionary(r => r.Plan.Release.Name, ProtectionStage.LevelsOf, StringComparer.Ordinal),
            staged);
        if (WaitOf(upload.Policy.Publication, record.Correction is not null, isProven, request.Entry?.Received) is { } waiting
            && !await IsPublishedAsync(request, upload, staged, cancellation).ConfigureAwait(false))
        {
            draft.Warn(isProven ? [] : [new Finding(CorrectionCodes.NotProven, "")]);
            await KeepAsync(request, ready, waiting, isProven, cancellation).ConfigureAwait(false);
            draft.Note(waiting);
            observer.End(Stage.Release, new StageResult("the version waits"));
            return;
        }

        await new VersionRelease(request.PlaceOf!, ledger, time).PublishAsync(ready, cancellation).ConfigureAwait(false);
        var isClaimed = before?.IsOfSame(record) == true;
        draft.Note(ready, isClaimed && before is { State: EditionState.Published } && (before.Receipt is null || before.Receipt != record.Receipt));
        observer.End(Stage.Release, new StageResult(string.Join(", ", staged.Select(each => $"{each.Key}: {each.Value.Folder.Value}"))));
    }

    // A correction mends what is out already: it does not wait for the time that the policy has for new editions.
    private WaitingFacts? WaitOf(PublicationPolicy publication, bool isCorrection, bool isProven, DateTimeOffset? received)
    {
        var now = time.GetUtcNow();
        var due = isCorrection ? null : publication.At?.For(received ?? now);
        var needsApproval = publication.NeedsApproval || !isProven;
        return needsApproval || due > now ? new WaitingFacts(needsApproval, due) : null;
    }

    // What readers have, not what the ledger says: a person who may decide may write the ledger, and cannot publish.
    private static async Task<bool> IsPublishedAsync(
        RunRequest request, AdmittedUpload upload, IReadOnlyDictionary<string, StagedVersion> staged, CancellationToken cancellation)
    {
        foreach (var (audience, version) in staged)
        {
            var history = new PublishedHistory(request.PlaceOf!(audience), upload.Policy.Agency, upload.Policy.Dataset);
            if (!await history.HasAsync(version, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private static Task KeepAsync(
        RunRequest request, ReadyVersion ready, WaitingFacts waiting, bool isProven, CancellationToken cancellation) =>
        request.Entry is { } entry
            ? new WaitingShelf(request.Private!).PutAsync(entry, ready, waiting, cancellation)
            : throw new StopException(Verdict.Held, isProven ? Release.ReleaseCodes.VersionMustWait : CorrectionCodes.NeedsApproval);

    /// <summary>The type of an error, which is all that may be told of it.</summary>
    /// <param name="exception">The error.</param>
    internal static string TypeOf(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var inner, ..] } ? TypeOf(inner) : exception.GetType().FullName!;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
