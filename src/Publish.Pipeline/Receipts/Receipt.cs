namespace Publish.Pipeline.Receipts;

/// <summary>
/// What the uploader gets for every upload: the verdict with every reason, what was read, what was hidden and what was
/// published. Private to the agency; holds no text of any input field.
/// </summary>
public sealed record Receipt
{
    /// <summary>The version of this format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>The receipt's name, unique within its edition.</summary>
    public required string Id { get; init; }

    /// <summary>How the run ended.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The agency, or <see langword="null"/> where the policy could not be read.</summary>
    public string? Agency { get; init; }

    /// <summary>The dataset, or <see langword="null"/> where the policy could not be read.</summary>
    public string? Dataset { get; init; }

    /// <summary>The edition the upload is about.</summary>
    public string? Edition { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>When the run ended.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>True for a check that keeps and publishes nothing.</summary>
    public bool CheckOnly { get; init; }

    /// <summary>The file as it was read, or <see langword="null"/> where it was not read.</summary>
    public UploadFacts? Upload { get; init; }

    /// <summary>The policy the run followed, or <see langword="null"/> where it could not be read.</summary>
    public PolicyFacts? Policy { get; init; }

    /// <summary>Every reason for the verdict and every warning, file faults before row faults.</summary>
    public IReadOnlyList<ReceiptFinding> Findings { get; init; } = [];

    /// <summary>What protection did to each table.</summary>
    public IReadOnlyList<TableFacts> Tables { get; init; } = [];

    /// <summary>What shielding costs over all tables, and the least it could, or <see langword="null"/> where that is not known.</summary>
    public CostFacts? Cost { get; init; }

    /// <summary>What protection did to each release of records.</summary>
    public IReadOnlyList<RecordsFacts> Records { get; init; } = [];

    /// <summary>What the audit examined, and with what result.</summary>
    public IReadOnlyList<AuditFacts> Audit { get; init; } = [];

    /// <summary>What was published, or <see langword="null"/>.</summary>
    public PublishedFacts? Published { get; init; }

    /// <summary>What the audited version waits for before it is published, or <see langword="null"/>.</summary>
    public WaitingFacts? Waiting { get; init; }

    /// <summary>The day after which the raw upload is deleted under the agreement, or <see langword="null"/>.</summary>
    public DateOnly? RawKeptUntil { get; init; }
}
