namespace Publish.Benchmarks.Claims;

/// <summary>
/// What the file of claims looks like: ten columns, four of them keys. Regions × ages × sexes × activities, each with
/// its total, are 13 × 92 × 3 × 6 = 21,528 cells; of 10 million claims, about 19,850 of them have one, and about 550 have
/// one to four.
/// </summary>
internal static class ClaimsShape
{
    /// <summary>The day the claims' month begins; the edition is <c>2026-10</c>.</summary>
    public static readonly DateOnly FirstDay = new(2026, 10, 1);

    /// <summary>The days of the month.</summary>
    public const int Days = 31;

    /// <summary>The greatest age: 90 stands for 90 and over.</summary>
    public const int GreatestAge = 90;

    /// <summary>The first number of a claim or a claimant. Nine digits look like no identifier that is searched for.</summary>
    public const long FirstNumber = 100_000_000;

    /// <summary>The last number a claim or a claimant may have.</summary>
    public const long LastNumber = 999_999_999;

    /// <summary>The key columns, in the table's order.</summary>
    public static readonly IReadOnlyList<string> Keys = ["region", "age", "sex", "activity"];

    /// <summary>The nations and regions of the UK.</summary>
    public static readonly IReadOnlyList<string> Regions =
    [
        "North East", "North West", "Yorkshire and The Humber", "East Midlands", "West Midlands", "East of England",
        "London", "South East", "South West", "Wales", "Scotland", "Northern Ireland",
    ];

    /// <summary>The sexes.</summary>
    public static readonly IReadOnlyList<string> Sexes = ["F", "M"];

    /// <summary>What claimants do.</summary>
    public static readonly IReadOnlyList<string> Activities = ["education", "employed", "unemployed", "inactive", "retired"];

    /// <summary>The first column: <c>claim</c> or <c>claimant</c>.</summary>
    /// <param name="variant">Who the respondents are.</param>
    public static string NumberColumn(ClaimsVariant variant) => variant == ClaimsVariant.Row ? "claim" : "claimant";

    /// <summary>The columns, as DuckDB's types, in the file's order.</summary>
    /// <param name="variant">Who the respondents are.</param>
    public static IReadOnlyList<(string Name, string Type)> Columns(ClaimsVariant variant) =>
    [
        (NumberColumn(variant), "BIGINT"),
        ("region", "VARCHAR"),
        ("age", "INTEGER"),
        ("sex", "VARCHAR"),
        ("activity", "VARCHAR"),
        ("income", "DECIMAL(9,2)"),
        ("rent", "DECIMAL(9,2)"),
        ("occupation", "VARCHAR"),
        ("claimed", "DATE"),
        ("note", "VARCHAR"),
    ];
}
