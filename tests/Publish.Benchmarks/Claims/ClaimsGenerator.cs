using System.Text;

namespace Publish.Benchmarks.Claims;

/// <summary>Writes claims as CSV, from a fixed seed and whole numbers only: the same bytes on every machine.</summary>
/// <param name="variant">Who the respondents are.</param>
/// <param name="rows">The rows of the whole file.</param>
internal sealed class ClaimsGenerator(ClaimsVariant variant, long rows)
{
    /// <summary>Raised when the bytes change, so that no older file is taken for a new one.</summary>
    public const int Version = 1;

    /// <summary>More bytes than any row takes.</summary>
    public const int MostRowBytes = 192;

    private const ulong PersonSeed = 0x636C61696D616E74;
    private const ulong RowSeed = 0x0000636C61696D73;

    // Each row draws one of 0.45 persons a row, so 1 - exp(-1 / 0.45) = 89 % of them are drawn: 10 million claims have
    // 4.01 million claimants.
    private readonly int _persons = checked((int)Math.Max(1, rows * 9 / 20));

    private static readonly byte[][] Regions = Utf8(ClaimsShape.Regions);
    private static readonly byte[][] Sexes = Utf8(ClaimsShape.Sexes);
    private static readonly byte[][] Activities = Utf8(ClaimsShape.Activities);
    private static readonly byte[][] Words = Utf8(["visit", "online", "renewed", "by post", "first", "review", "closed", "urgent"]);

    /// <summary>The header.</summary>
    public byte[] Header() => Encoding.UTF8.GetBytes(string.Join(',', ClaimsShape.Columns(variant).Select(c => c.Name)) + "\n");

    /// <summary>Writes one row.</summary>
    /// <param name="target">At least <see cref="MostRowBytes"/> bytes.</param>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The bytes written.</returns>
    public int WriteRow(Span<byte> target, long row)
    {
        var random = SplitMix64.Stream(RowSeed, row);
        var person = variant == ClaimsVariant.Row ? row : random.Below(_persons);
        var claimant = Claimant.Draw(SplitMix64.Stream(PersonSeed, person));
        // One claim in twelve tells of another activity than the claimant's others.
        var activity = random.Below(12) == 0 ? random.Below(ActivityShares.Whole) : claimant.Activity;

        var text = new RowWriter(target);
        text.Number(ClaimsShape.FirstNumber + (variant == ClaimsVariant.Row ? row : Scattered(person)));
        text.Cell(Regions[claimant.Region]);
        text.Cell(claimant.Age);
        text.Cell(Sexes[claimant.Sex]);
        text.Cell(Activities[ActivityShares.At(claimant.Age, activity)]);
        text.Pence(random.Below(3163) * random.Below(3162));
        text.Pence(random.Below(500) * random.Below(500));
        text.Cell(1000 + random.Below(9000));
        text.Day(random.Below(ClaimsShape.Days));
        text.Note(Words, random.Next());
        return text.End();
    }

    // An odd factor modulo 2^29 gives each person another number, in no order.
    private static long Scattered(long person) => (person * 340_573_321) & ((1 << 29) - 1);

    private static byte[][] Utf8(IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
