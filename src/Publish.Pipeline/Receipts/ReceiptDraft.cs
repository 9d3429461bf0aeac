using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Publish.Codes;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Release;
using Publish.Policies;

namespace Publish.Pipeline.Receipts;

/// <summary>A receipt as it grows while an upload lives.</summary>
internal sealed class ReceiptDraft
{
    private readonly TimeProvider _time;
    private readonly string? _id;
    private readonly string _edition;
    private Receipt _receipt;

    /// <summary>Begins a receipt.</summary>
    /// <param name="edition">The edition, as the sender wrote it.</param>
    /// <param name="entry">The upload's place in the ledger, where it has one.</param>
    /// <param name="checkOnly">True for a check.</param>
    /// <param name="time">The clock.</param>
    public ReceiptDraft(string? edition, LedgerEntry? entry, bool checkOnly, TimeProvider time)
    {
        _time = time;
        var now = entry?.Received ?? time.GetUtcNow();
        _id = entry?.ReceiptId;
        _edition = edition ?? "";
        _receipt = new Receipt
        {
            Id = "",
            Agency = entry?.Agency,
            Dataset = entry?.Dataset,
            Verdict = Verdict.Accepted,
            Edition = edition is not null && Names.IsEdition(edition) ? edition : null,
            Received = now,
            Finished = now,
            CheckOnly = checkOnly,
        };
    }

    /// <summary>Notes whose policy it is.</summary>
    /// <param name="policy">The policy, not yet admitted.</param>
    /// <remarks>An upload's own name comes first: what a policy says of itself does not move a receipt to another agency.</remarks>
    public void Note(Policy policy) => _receipt = _receipt with
    {
        Agency = _receipt.Agency ?? policy.Agency,
        Dataset = _receipt.Dataset ?? policy.Dataset,
    };

    /// <summary>Notes the admission.</summary>
    /// <param name="upload">The admitted upload.</param>
    public void Note(AdmittedUpload upload) => _receipt = _receipt with
    {
        Policy = new PolicyFacts(upload.PolicySha256, upload.Policy.Agreement!.Id),
        RawKeptUntil = upload.RawKeptUntil,
    };

    /// <summary>Notes the file.</summary>
    /// <param name="upload">The file as it was read.</param>
    public void Note(UploadFacts upload) => _receipt = _receipt with { Upload = upload };

    /// <summary>Notes what protection did.</summary>
    /// <param name="upload">What was decided.</param>
    public void Note(ProtectedUpload upload) => _receipt = _receipt with
    {
        Tables = TableFactsOf.Tables(upload),
        Cost = CostFacts.Of(upload.Cost),
        Records = [.. upload.Records.Select(FactsOf)],
    };

    /// <summary>What protection did, as the receipt tells it, for whoever watches.</summary>
    /// <param name="summary">In words.</param>
    /// <returns>With the numbers of what is hidden.</returns>
    public StageResult Protected(string summary) => new(summary)
    {
        SuppressedCells = _receipt.Tables.Sum(table => table.Primary + table.Shields),
        SuppressedRows = _receipt.Records.Sum(records => records.RowsSuppressed),
    };

    /// <summary>Notes what the audit examined.</summary>
    /// <param name="facts">The attacks.</param>
    public void Note(IReadOnlyList<AuditFacts> facts) => _receipt = _receipt with { Audit = facts };

    /// <summary>Notes the publication.</summary>
    /// <param name="version">The version.</param>
    /// <param name="before">Whether it was there already.</param>
    public void Note(ReadyVersion version, bool before) => _receipt = _receipt with
    {
        Published = PublishedFacts.Of(version, before),
    };

    /// <summary>Notes that the audited version waits.</summary>
    /// <param name="waiting">What for.</param>
    public void Note(WaitingFacts waiting) => _receipt = _receipt with { Waiting = waiting };

    /// <summary>Notes what the agency has to know although nothing is wrong.</summary>
    /// <param name="warnings">What it is.</param>
    public void Warn(IReadOnlyList<Finding> warnings) => _receipt = _receipt with
    {
        Findings = [.. FindingGroup.Of(warnings).Select(ReceiptFinding.Of)],
    };

    /// <summary>Notes why the run ends without publishing.</summary>
    /// <param name="verdict">Held or rejected.</param>
    /// <param name="findings">Every reason.</param>
    /// <param name="upload">The file as it was read, where that is new.</param>
    public void Stop(Verdict verdict, IReadOnlyList<FindingGroup> findings, UploadFacts? upload) => _receipt = _receipt with
    {
        Verdict = verdict,
        Findings = [.. findings.Select(ReceiptFinding.Of)],
        Upload = upload ?? _receipt.Upload,
        Published = null,
        Waiting = null,
    };

    /// <summary>Ends the receipt.</summary>
    /// <returns>The receipt with its name: the time it was begun and a digest of what it is about.</returns>
    public Receipt Finish()
    {
        var about = $"{_receipt.Agency}/{_receipt.Dataset}/{_edition}/{_receipt.Upload?.Sha256}/{_receipt.Policy?.Sha256}";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)));
        var id = string.Create(CultureInfo.InvariantCulture, $"{_receipt.Received.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{digest[..8]}");
        return _receipt with { Id = _id ?? id, Finished = _time.GetUtcNow() };
    }

    private static RecordsFacts FactsOf(ProtectedRecords records)
    {
        var published = records.Records.Published;
        var risk = Disclosure.Records.ProsecutorRisk.Of(published.Rows, published.Respondents, 1);
        return new RecordsFacts(
            records.Plan.Release.Name,
            records.Plan.Release.K,
            records.LevelNames,
            records.LevelsFromLedger,
            published.Rows.Sum(),
            records.Records.Evaluation.SuppressedRows,
            published.Count,
            risk.Highest,
            risk.Mean,
            records.Records.Evaluation.Loss);
    }
}
