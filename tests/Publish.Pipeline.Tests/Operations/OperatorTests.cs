using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

/// <summary>
/// A person with the roles that the infrastructure gives to operators (write the ledger, create and read decisions, read
/// receipts, nothing else) decides; the workers' next timer carries it out.
/// </summary>
public sealed class OperatorTests
{
    private static readonly PolicyText NeedsApproval = Some.Policy with { Publication = "{approval: true}" };
    private static readonly Signature Colleague = new("B Colleague", "A reason.");

    [Fact]
    public async Task An_approval_is_carried_out_by_the_workers()
    {
        using var office = await SentAsync(NeedsApproval);
        Assert.Equal(UploadState.Embargoed, (await new Approval(Operator(office)).ApproveAsync(Office.Edition, Colleague, default)).State);
        Assert.Empty(office.PublicFiles());
        await TimerAsync(office);
        Assert.Equal(UploadState.Published, Assert.Single(await office.RecordsAsync()).State);
        Assert.NotEmpty(office.PublicFiles());
    }

    [Fact]
    public async Task A_rejection_is_carried_out_by_the_workers_and_the_receipt_has_the_reason()
    {
        using var office = await SentAsync(NeedsApproval);
        await new Approval(Operator(office)).RejectAsync(Office.Edition, Colleague, default);
        await TimerAsync(office);
        await TimerAsync(office);
        Assert.Equal("A reason.", Assert.Single(Assert.Single(Assert.Single(office.Receipts()).Findings).First).Detail);
        Assert.Empty(office.PublicFiles());
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("staging/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawal_is_carried_out_by_the_workers()
    {
        using var office = await SentAsync(Some.Policy);
        await new Withdrawal(Operator(office)).RunAsync(Office.Edition, Colleague, default);
        await office.PutAsync(Office.Upload + "2", Some.Csv);
        Assert.Equal(UploadState.Held, (await office.OnUploadAsync(Office.Upload + "2"))!.State);
        await TimerAsync(office);
        Assert.DoesNotContain(office.PublicFiles().Keys, name => name.Contains("/v1.0.0/", StringComparison.Ordinal));
        Assert.Contains(await office.RecordsAsync(), record => record.State == UploadState.Withdrawn);
    }

    [Fact]
    public async Task Redoing_is_left_to_the_workers()
    {
        using var office = await SentAsync(Some.Policy with { Status = "draft" });
        await office.WithPolicyAsync(Some.Policy);
        await new Redo(Operator(office)).RunAsync(Office.Edition, Colleague, default);
        await office.SweepAsync();
        Assert.Equal(UploadState.Published, Assert.Single(await office.RecordsAsync()).State);
    }

    private static async Task<Office> SentAsync(PolicyText policy)
    {
        var office = await new Office().WithPolicyAsync(policy);
        await office.PutAsync(Office.Upload, Some.Csv, "A Sender");
        await office.OnUploadAsync();
        return office;
    }

    private static Task<int> TimerAsync(Office office) => new Scheduled(office.Context()).RunAsync(default);

    private static OperationContext Operator(Office office) => office.Context() with
    {
        Private = new OperatorPlace(office.Private),
        PlaceOf = _ => throw new StorageException(StorageCodes.Denied, 403),
        CarriesOut = false,
    };

    private sealed class OperatorPlace(IBlobPlace inner) : DelegatingPlace(inner)
    {
        public override Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) =>
            Reading(name.Value, () => base.OpenReadAsync(name, cancellation));

        public override Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) =>
            Reading(name.Value, () => base.FindAsync(name, cancellation));

        public override IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation) =>
            Reading(prefix, () => base.ListAsync(prefix, cancellation));

        public override Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation) =>
            May(IsOf("ledger", name.Value) || (IsOf("decisions", name.Value) && write.Expected is null), () => base.TryWriteAsync(name, content, write, cancellation));

        public override Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation) =>
            May(IsOf("ledger", name.Value), () => base.TryDeleteAsync(name, expected, cancellation));

        public override Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation) =>
            May(IsOf("ledger", target.Value), () => base.TryCopyAsync(source, target, expected, cancellation));

        public override Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation) =>
            May(IsOf("ledger", name.Value), () => base.TryLeaseAsync(name, duration, cancellation));

        private static T Reading<T>(string name, Func<T> call) =>
            May(IsOf("ledger", name) || IsOf("decisions", name) || IsOf("receipts", name), call);

        private static T May<T>(bool may, Func<T> call) => may ? call() : throw new StorageException(StorageCodes.Denied, 403);

        private static bool IsOf(string container, string name) => name.StartsWith(container + "/", StringComparison.Ordinal);
    }
}
