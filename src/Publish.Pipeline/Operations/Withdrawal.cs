using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Release;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Takes a published edition back: its pointers become tombstones with the reason, the site is built again, its files go.
/// What was decided is written first, so that a sweep finishes what a dead process began.
/// </summary>
/// <param name="context">What it works with.</param>
public sealed class Withdrawal(OperationContext context)
{
    private const string Begun = Containers.Ledger + "/withdrawals/";

    // For that long every sweep looks again: a worker that stood still while the edition was withdrawn may put a file back
    // when it goes on, and die before it takes it away.
    private static readonly TimeSpan Watch = TimeSpan.FromDays(1);
    private readonly UploadLedger _ledger = new(context.Private);

    /// <summary>Withdraws an edition.</summary>
    /// <param name="selection">Which; all of the edition goes.</param>
    /// <param name="signature">Who, and why: everyone can read the reason.</param>
    /// <param name="cancellation">Stops the calls; a sweep, or the command again, finishes.</param>
    /// <returns>A task that ends when no reader comes to the edition, or, where others carry it out, when that is ordered.</returns>
    /// <exception cref="CodedException">The edition is not published.</exception>
    public async Task RunAsync(UploadSelection selection, Signature signature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(signature);
        var editions = new DatasetLedger(context.Private, selection.Agency, selection.Dataset);
        if (await editions.FindEditionAsync(selection.Edition, cancellation).ConfigureAwait(false) is not { } there
            || (there.State == EditionState.Publishing && there.Correction is null))
        {
            throw new CodedException(OperationCodes.NothingToDecide);
        }

        var decision = new Decision(
            DecisionKind.Withdraw, signature.By, context.Time.GetUtcNow(), signature.Reason, null, selection.Edition);
        await context.DecideAsync(selection.Agency, selection.Dataset, decision, cancellation).ConfigureAwait(false);
        var order = new Order(selection.Agency, selection.Dataset, decision, IsDone: false);
        await context.Private.TryWriteAsync(NameOf(order), LedgerJson.Write(order), BlobWrite.Any, cancellation).ConfigureAwait(false);

        // From now on no upload can claim the edition, and none that has can point to it.
        await editions.NoteAsync(selection.Edition, version: null, EditionState.Withdrawn, cancellation).ConfigureAwait(false);
        if (context.CarriesOut)
        {
            await DoAsync(order, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Carries out withdrawals that were ordered and not carried out yet.</summary>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when none is left.</returns>
    internal Task BeginAsync(CancellationToken cancellation) => EachAsync(order => !order.IsDone, cancellation);

    /// <summary>Looks at all withdrawals of the last day again, and finishes those that were begun.</summary>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>A task that ends when nothing of them can be read.</returns>
    internal Task FinishAsync(CancellationToken cancellation) => EachAsync(_ => true, cancellation);

    private async Task EachAsync(Func<Order, bool> which, CancellationToken cancellation)
    {
        await foreach (var entry in context.Private.ListAsync(Begun, cancellation).ConfigureAwait(false))
        {
            if (await LedgerJson.ReadAsync<Order>(context.Private, new BlobName(entry.Name), cancellation).ConfigureAwait(false) is { } order
                && which(order)
                && await WasDecidedAsync(order, cancellation).ConfigureAwait(false))
            {
                await DoAsync(order, cancellation).ConfigureAwait(false);
            }
        }
    }

    // An order without its line was written by somebody who may write the ledger, and is nobody's decision.
    private async Task<bool> WasDecidedAsync(Order order, CancellationToken cancellation)
    {
        var wasDecided = await new DecisionLog(context.Private, order.Agency, order.Dataset).HasAsync(order.Decision, cancellation).ConfigureAwait(false);
        if (!wasDecided)
        {
            new LogLine(TelemetryEvents.OperationFailed).Named(nameof(Withdrawal)).With("error", OperationCodes.DecisionMissing).WriteTo(context.Log, LogLevel.Error);
        }

        return wasDecided;
    }

    private async Task DoAsync(Order order, CancellationToken cancellation)
    {
        var edition = order.Decision.Edition!;
        await new DatasetLedger(context.Private, order.Agency, order.Dataset)
            .NoteAsync(edition, version: null, EditionState.Withdrawn, cancellation).ConfigureAwait(false);
        await TakeBackAsync(order, cancellation).ConfigureAwait(false);
        await foreach (var record in _ledger.AllAsync($"{order.Agency}/{order.Dataset}/{edition}", cancellation).ConfigureAwait(false))
        {
            if (record.State == UploadState.Published
                && await _ledger.FindAsync(record, cancellation).ConfigureAwait(false) is { Record.State: UploadState.Published } seen)
            {
                await _ledger.TryWriteAsync(seen.Record with { State = UploadState.Withdrawn }, seen.Tag, cancellation).ConfigureAwait(false);
            }
        }

        if (context.Time.GetUtcNow() - order.Decision.At >= Watch)
        {
            await context.Private.TryDeleteAsync(NameOf(order), BlobWrite.AnyTag, cancellation).ConfigureAwait(false);
        }
        else if (!order.IsDone)
        {
            await context.Private.TryWriteAsync(NameOf(order), LedgerJson.Write(order with { IsDone = true }), BlobWrite.Any, cancellation)
                .ConfigureAwait(false);
        }
    }

    // The trouble of one audience's place keeps the edition before no other audience.
    private async Task TakeBackAsync(Order order, CancellationToken cancellation)
    {
        ExceptionDispatchInfo? failure = null;
        foreach (var audience in Audiences.Names)
        {
            try
            {
                await TakeBackAsync(audience, order, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        failure?.Throw();
    }

    // What leads to the files goes before them.
    private async Task TakeBackAsync(string audience, Order order, CancellationToken cancellation)
    {
        var place = context.PlaceOf(audience);
        var edition = order.Decision.Edition!;
        var history = new PublishedHistory(place, order.Agency, order.Dataset);
        await history.WithdrawAsync(edition, order.Decision.Reason, order.Decision.At, cancellation).ConfigureAwait(false);
        var withdrawn = (await history.ReadAsync(cancellation).ConfigureAwait(false)).Versions.FirstOrDefault(v => v.Edition == edition);
        if (withdrawn is null)
        {
            return;
        }

        var pointers = new Pointers(place, order.Agency, order.Dataset);
        await pointers.BuryAsync(withdrawn, cancellation).ConfigureAwait(false);
        await pointers.PointDatasetAsync(history, cancellation).ConfigureAwait(false);
        var dataset = new BlobName($"{Containers.Published}/{order.Agency}/{order.Dataset}");
        if (await PublishedEdition.IsThereAsync(place, dataset, edition, cancellation).ConfigureAwait(false))
        {
            await context.RebuildSiteAsync(nameof(Withdrawal), audience, cancellation).ConfigureAwait(false);
        }

        await PublishedEdition.RemoveAsync(place, dataset, edition, cancellation).ConfigureAwait(false);
    }

    private static BlobName NameOf(Order order) => new($"{Begun}{order.Agency}/{order.Dataset}/{order.Decision.Edition}.json");

    private sealed record Order(string Agency, string Dataset, Decision Decision, bool IsDone);
}
