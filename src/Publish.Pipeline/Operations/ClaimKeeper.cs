using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Operations;

/// <summary>Renews a claim while its work goes on, and stops the work when the claim is another's.</summary>
internal sealed class ClaimKeeper : IAsyncDisposable
{
    private const int RenewalsPerDuration = 3;
    private readonly UploadLedger _ledger;
    private readonly OperationContext _context;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _keeping;
    private Seen<UploadRecord> _seen;

    /// <summary>Begins to keep a claim.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="claimed">The record as claimed.</param>
    /// <param name="context">The clock, and how long a claim lasts.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ClaimKeeper(UploadLedger ledger, Seen<UploadRecord> claimed, OperationContext context, CancellationToken cancellation)
    {
        _ledger = ledger;
        _context = context;
        _seen = claimed;
        _lost = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _keeping = KeepAsync();
    }

    /// <summary>Cancelled when the work has to stop: because that was asked for, or because the claim was lost.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Stops renewing.</summary>
    /// <returns>The record as it was renewed last.</returns>
    public async Task<Seen<UploadRecord>> StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(false);
        return _seen;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _lost.Dispose();
        _stop.Dispose();
    }

    private async Task KeepAsync()
    {
        var pause = _context.Settings.ClaimDuration / RenewalsPerDuration;
        while (await PauseAsync(pause).ConfigureAwait(false))
        {
            try
            {
                if (!await TryRenewAsync().ConfigureAwait(false))
                {
                    await _lost.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
            catch (IOException)
            {
                // Tried again after the next pause; a claim that ended meanwhile and was taken shows then.
            }
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _context.Time, _stop.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> TryRenewAsync()
    {
        var renewed = _seen.Record with
        {
            Claim = _seen.Record.Claim! with { Until = _context.Time.GetUtcNow() + _context.Settings.ClaimDuration },
        };
        var tag = await _ledger.TryWriteAsync(renewed, _seen.Tag, CancellationToken.None).ConfigureAwait(false);
        if (tag is null)
        {
            return false;
        }

        _seen = new Seen<UploadRecord>(renewed, tag);
        return true;
    }
}
