using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Tests.Oracles;

namespace Publish.Pipeline.Tests;

/// <summary>Rounding and noise from the policy to the published files, held to what the tests work out from the raw rows.</summary>
public class PerturbationTests
{
    private const string Conventional = "threshold: 1, rounding: {method: conventional, base: 5}";
    private const string Random = "threshold: 1, rounding: {method: random, base: 5, key: rounding}";
    private const string SmallCount = "threshold: 1, rounding: {method: small-count, base: 5}";
    private const string CellKey = "threshold: 1, cellKey: {table: noise.csv, key: records}";

    public static TheoryData<string> Methods => [Conventional, Random, SmallCount, CellKey];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_count_is_rounded_to_the_nearest_multiple(int seed)
    {
        var (desk, oracle) = await AcceptedAsync(Conventional, Perturbed.People(seed));
        AssertCells(desk, oracle, cell => PerturbationOracle.Conventional(oracle.IdsOf(cell).Length, 5));
        desk.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_count_is_rounded_by_the_draw_of_its_cell_under_the_agencys_key(int seed)
    {
        var (desk, oracle) = await AcceptedAsync(Random, Perturbed.People(seed));
        AssertCells(desk, oracle, cell => oracle.Random(cell, 5));
        desk.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_count_gets_the_noise_of_its_distinct_respondents(int seed)
    {
        var (desk, oracle) = await AcceptedAsync(CellKey, Perturbed.People(seed, recurring: true));
        AssertCells(desk, oracle, oracle.CellKey);
        desk.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_count_is_small_and_totals_are_the_sums_of_their_parts(int seed)
    {
        var (desk, oracle) = await AcceptedAsync(SmallCount, Perturbed.People(seed));
        using (desk)
        {
            var published = desk.Table("people").Rows;
            Assert.All(published, cell => Assert.False(CountOf(cell) is > 0 and < 5));
            foreach (var total in oracle.Cells().Where(cell => cell["sex"] == "Total"))
            {
                var parts = published.Where(cell => cell["sex"] != "Total" && cell["district"] == total["district"] && cell["region"] == total["region"]);
                Assert.Equal(Published(published, total), parts.Sum(CountOf));
            }
        }
    }

    [Fact]
    public async Task Small_cells_are_hidden_first_and_the_others_rounded()
    {
        var (desk, oracle) = await AcceptedAsync("preset: nhs-subnational", Perturbed.People(4));
        using (desk)
        {
            var rows = desk.Table("people").Rows;
            Assert.Contains(rows, row => row["status"] == "c");
            Assert.All(oracle.Cells().Where(cell => oracle.IdsOf(cell).Length < 8), cell => Assert.Equal("c", RowOf(rows, cell)!["status"]));
            Assert.All(rows.Where(row => row["status"] != "c"), row => Assert.Equal(PerturbationOracle.Conventional(oracle.IdsOf(row).Length, 5), CountOf(row)));
        }
    }

    [Fact]
    public async Task The_same_people_get_the_same_noise_in_every_table_and_edition()
    {
        using var desk = Perturbed.Desk();
        var people = Perturbed.People(5, recurring: true);
        var policy = Perturbed.Policy(CellKey);
        var second = policy.Releases[0].Replace("name: people", "name: persons", StringComparison.Ordinal).Replace("[district, region, all]", "[region, all]", StringComparison.Ordinal);
        await desk.RunAsync(policy.With(policy.Releases[0], second), Perturbed.Csv(people));
        await desk.RunAsync(policy, Perturbed.Csv(people.AsEnumerable().Reverse()), "2026-11");

        var first = desk.Table("people").Rows;
        Assert.Equal(first.Select(Line), desk.Table("people", "2026-11").Rows.Select(Line));
        var coarse = desk.Table("persons").Rows;
        Assert.NotEmpty(coarse);
        Assert.All(coarse, row => Assert.Equal(row["count"], first.Single(cell => cell["region"] == row["region"] && cell["sex"] == row["sex"] && cell["district"] == "Total")["count"]));

        static string Line(IReadOnlyDictionary<string, string> row) => string.Join(',', row.Values);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_same_input_gives_the_same_bytes_at_any_number_of_threads(string how)
    {
        var people = Perturbed.People(6);
        using var one = Perturbed.Desk();
        using var two = Perturbed.Desk();
        two.Settings = two.Settings with { Threads = 2 };
        await one.RunAsync(Perturbed.Policy(how), Perturbed.Csv(people));
        await two.RunAsync(Perturbed.Policy(how), Perturbed.Csv(people));

        Assert.NotEmpty(one.PublicFiles());
        Assert.Equal(one.PublicFiles(), two.PublicFiles());
    }

    [Theory]
    [InlineData(Random)]
    [InlineData(CellKey)]
    public async Task Another_key_gives_other_numbers(string how)
    {
        var people = Perturbed.People(7, 300);
        using var one = Perturbed.Desk();
        using var other = Perturbed.Desk([.. Perturbed.Key.Reverse()]);
        await one.RunAsync(Perturbed.Policy(how), Perturbed.Csv(people));
        await other.RunAsync(Perturbed.Policy(how), Perturbed.Csv(people));

        Assert.NotEqual(one.Published("people.csv"), other.Published("people.csv"));
    }

    [Theory]
    [InlineData(null, "secret-missing")]
    [InlineData("not base64", "secret-unreadable")]
    [InlineData("c2hvcnQ=", "secret-too-short")]
    public async Task A_run_without_a_proper_key_is_held_and_says_which(string? text, string code)
    {
        using var desk = Perturbed.Desk();
        desk.Secrets = Perturbed.SecretsOf(text);
        var receipt = await desk.RunAsync(Perturbed.Policy(CellKey), Perturbed.Csv(Perturbed.People(1)));

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Equal((code, "key records"), (receipt.Findings.Single().Code, receipt.Findings.Single().First[0].Place));
        Assert.Empty(desk.PublicFiles());
    }

    [Theory]
    [InlineData(Random)]
    [InlineData(CellKey)]
    public async Task A_key_is_written_nowhere(string how)
    {
        using var desk = Perturbed.Desk();
        var receipt = await desk.RunAsync(Perturbed.Policy(how), Perturbed.Csv(Perturbed.People(2)));

        var written = Desk.FilesBelow(desk.Root).Values.Select(Encoding.Latin1.GetString)
            .Append(ReceiptText.Write(receipt)).Append(string.Join('\n', desk.Observer.Summaries)).ToArray();
        Assert.All(written, text => Assert.DoesNotContain(Convert.ToBase64String(Perturbed.Key), text, StringComparison.Ordinal));
        Assert.All(written, text => Assert.DoesNotContain(Encoding.Latin1.GetString(Perturbed.Key), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_tells_the_base_and_nothing_of_keys_and_noise()
    {
        Assert.Equal([("conventional-rounding", 5d)], await RulesAsync(Conventional));
        Assert.Equal([("random-rounding", 5d)], await RulesAsync(Random));
        Assert.Equal([("small-count-rounding", 5d)], await RulesAsync(SmallCount));
        Assert.Equal([("cell-key", null)], await RulesAsync(CellKey));
        Assert.Equal(
            [("minimum-frequency", null), ("secondary-suppression", null), ("conventional-rounding", 5d)], await RulesAsync("preset: nhs-subnational"));

        async Task<IEnumerable<(string, double?)>> RulesAsync(string how)
        {
            var (desk, _) = await AcceptedAsync(how, Perturbed.People(8, 400));
            using (desk)
            {
                var certificate = JsonNode.Parse(desk.Published("certificate.json"))!;
                Assert.All(desk.PublicFiles().Values, bytes => Assert.DoesNotContain("noise.csv", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
                return [.. certificate["releases"]![0]!["rules"]!.AsArray().Select(rule => ((string)rule!["name"]!, (double?)rule["parameter"]))];
            }
        }
    }

    [Fact]
    public async Task A_perturbation_table_with_a_fault_is_refused_by_line_or_count()
    {
        await AssertRefusedAsync("i,v,lb\n", "perturbation-file-faults", "noise.csv, line 1");
        await AssertRefusedAsync("i,v,lb,ub\n1,0,0,x\n", "perturbation-file-faults", "noise.csv, line 2");
        await AssertRefusedAsync("i,v,lb,ub\n1,1,0,1\n", "perturbation-biased", "noise.csv, count 1");
        await AssertRefusedAsync("i,v,lb,ub\n1,-2,0,0.5\n1,2,0.5,1\n", "perturbation-negative", "noise.csv, count 1");

        static async Task AssertRefusedAsync(string table, string code, string place)
        {
            using var desk = Perturbed.Desk();
            desk.Write("noise.csv", table);
            var receipt = await desk.RunAsync(Perturbed.Policy(CellKey), Perturbed.Csv(Perturbed.People(1)));
            Assert.Equal(Verdict.Rejected, receipt.Verdict);
            Assert.Equal((code, place), (receipt.Findings[0].Code, receipt.Findings[0].First[0].Place));
        }
    }

    [Fact]
    public async Task Rounding_that_leaves_one_answer_is_held()
    {
        // Multiples of 3: 1 and 1 round to 0, so that each is 1 at most, and their sum 2 rounds to 3, which is 2 at least.
        using var desk = Perturbed.Desk();
        List<(int, string, string)> people = [(1, "Norham", "f"), (2, "Norham", "m")];
        people.AddRange(Enumerable.Range(10, 20).Select(id => (id, "Sutham", id % 2 == 0 ? "f" : "m")));
        var receipt = await desk.RunAsync(Perturbed.Policy("threshold: 1, rounding: {method: conventional, base: 3}"), Perturbed.Csv(people));

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Contains(receipt.Findings, finding => finding.Code == "attack-rounded-bounds");
        Assert.Empty(desk.PublicFiles());
    }

    [Fact]
    public async Task Rounding_that_leaves_one_answer_to_all_sums_together_is_held()
    {
        // To base 5 no sum by itself tells a count of 0 0 1 | 0 2 3 | 1 3 3; all together leave one for two of them.
        using var desk = Perturbed.Desk();
        (string District, string Sex, int Count)[] cells =
            [("Norham", "x", 1), ("Norton", "m", 2), ("Norton", "x", 3), ("Sutham", "f", 1), ("Sutham", "m", 3), ("Sutham", "x", 3)];
        List<(int, string, string)> people = [.. cells.SelectMany(cell => Enumerable.Repeat(cell, cell.Count)).Index().Select(each => (each.Index, each.Item.District, each.Item.Sex))];
        var policy = Perturbed.Policy(Conventional);
        var receipt = await desk.RunAsync(
            policy.With(policy.Releases[0].Replace("[district, region, all]", "[district, all]", StringComparison.Ordinal)), Perturbed.Csv(people));

        Assert.Equal(Verdict.Held, receipt.Verdict);
        Assert.Equal(["attack-rounded-bounds"], receipt.Findings.Select(finding => finding.Code));
        Assert.All(receipt.Findings[0].First, place => Assert.DoesNotContain("Nor", place.Detail, StringComparison.Ordinal));
        Assert.Contains("To base 10, every small", receipt.Findings[0].First[^1].Detail, StringComparison.Ordinal);
        Assert.Empty(desk.PublicFiles());

        var coarse = policy.Releases[0].Replace("[district, region, all]", "[district, all]", StringComparison.Ordinal).Replace("base: 5", "base: 10", StringComparison.Ordinal);
        Assert.Equal(Verdict.Accepted, (await desk.RunAsync(policy.With(coarse), Perturbed.Csv(people))).Verdict);
    }

    private static async Task<(Desk Desk, PerturbationOracle Oracle)> AcceptedAsync(string how, List<(int, string, string)> people)
    {
        var desk = Perturbed.Desk();
        var receipt = await desk.RunAsync(Perturbed.Policy(how), Perturbed.Csv(people));
        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
        Assert.Empty(desk.Verify().Findings);
        return (desk, new PerturbationOracle(people, Perturbed.Key));
    }

    // A cell of the upload is published with its number, or is absent where that is 0 and no part of it has a row.
    private static void AssertCells(Desk desk, PerturbationOracle oracle, Func<IReadOnlyDictionary<string, string>, int> expected)
    {
        var rows = desk.Table("people").Rows;
        Assert.All(oracle.Cells(), cell => Assert.Equal(expected(cell), Published(rows, cell)));
        Assert.All(rows, row => Assert.Equal(("", expected(row)), (row["status"], CountOf(row))));
        Assert.All(rows.Where(row => CountOf(row) == 0), row => Assert.Contains(rows, part => CountOf(part) > 0 && IsPart(part, row)));
    }

    private static bool IsPart(IReadOnlyDictionary<string, string> part, IReadOnlyDictionary<string, string> whole) =>
        new[] { "region", "district", "sex" }.All(column => whole[column] == "Total" || whole[column] == part[column]);

    private static int Published(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, IReadOnlyDictionary<string, string> cell) =>
        RowOf(rows, cell) is { } row ? CountOf(row) : 0;

    private static IReadOnlyDictionary<string, string>? RowOf(
        IReadOnlyList<IReadOnlyDictionary<string, string>> rows, IReadOnlyDictionary<string, string> cell) =>
        rows.SingleOrDefault(row => row["region"] == cell["region"] && row["district"] == cell["district"] && row["sex"] == cell["sex"]);

    private static int CountOf(IReadOnlyDictionary<string, string> row) => int.Parse(row["count"], CultureInfo.InvariantCulture);
}
