using System.Globalization;

namespace Publish.Pipeline.Ledger;

/// <summary>A run's place in the ledger.</summary>
/// <param name="Key">The upload's record.</param>
/// <param name="Agency">The agency that the upload's name tells.</param>
/// <param name="Dataset">The dataset that the upload's name tells.</param>
/// <param name="Received">When the first worker met the upload: the same for every attempt.</param>
/// <param name="Round">The round.</param>
internal sealed record LedgerEntry(string Key, string? Agency, string? Dataset, DateTimeOffset Received, int Round)
{
    private const int KeyLength = 12;

    /// <summary>The upload's name, where it is one that may be used.</summary>
    public string? Upload { get; init; }

    /// <summary>Who is noted beside the upload itself as its sender, or <see langword="null"/>.</summary>
    public string? Uploader { get; init; }

    /// <summary>The receipt's name: the same for every attempt of a round, so that there is one.</summary>
    public string ReceiptId => string.Create(
        CultureInfo.InvariantCulture,
        $"{Received.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{Key[..KeyLength]}{(Round == 1 ? "" : $"-{Round}")}");

    /// <summary>The entry of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Its entry.</returns>
    public static LedgerEntry Of(UploadRecord record) =>
        new(record.Key, record.Agency, record.Dataset, record.Received, record.Round) { Upload = record.Upload };
}
