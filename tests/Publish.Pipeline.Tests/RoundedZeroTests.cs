using Publish.Disclosure.Tables;
using Publish.Metadata;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>
/// Zeros and groups that are withheld first, as if the exact numbers were published, and rounding on top: no published count
/// comes to 0, so that no row, and none that is missing, tells that nobody is there.
/// </summary>
public class RoundedZeroTests
{
    private const string Zeros = "threshold: 3, zeros: protected, rounding: {method: conventional, base: 5}";
    private const string Groups = "threshold: 5, groupDisclosure: [kind], rounding: {method: random, base: 5, key: rounding}";

    private static readonly string Csv = "area,kind\n"
        + Rows("a,x", 12) + Rows("a,y", 23) + Rows("a,z", 31) + Rows("b,y", 17) + Rows("b,z", 44) + Rows("c,x", 21) + Rows("c,y", 9) + Rows("c,z", 13)
        + Rows("d,x", 16) + Rows("d,y", 22) + Rows("d,z", 11) + Rows("e,y", 26);

    private static readonly PolicyText Areas = new()
    {
        Columns = [("area", "{type: text, role: key, required: true}"), ("kind", "{type: text, role: key, required: true}")],
    };

    [Fact]
    public async Task Every_combination_has_a_row_and_none_is_zero()
    {
        using var desk = Perturbed.Desk();
        var receipt = await desk.RunAsync(Asking(Zeros), Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        var rows = desk.Table("areas").Rows;
        Assert.Equal(6 * 4, rows.Count);
        Assert.All(["b,x", "e,x", "e,z"], cell => Assert.Equal("c", rows.Single(row => row["area"] + "," + row["kind"] == cell)["status"]));
        Assert.All(rows.Where(row => row["status"].Length == 0), row => Assert.NotEqual("0", row["count"]));
        var rules = CertificateJson.Read(System.Text.Encoding.UTF8.GetBytes(desk.Published("certificate.json"))).Releases[0].Rules;
        Assert.Contains(rules, rule => rule.Name == "protected-zeros");
        Assert.Contains(rules, rule => rule.Name == "conventional-rounding");
        Assert.Empty(desk.Verify().Findings);
    }

    [Fact]
    public async Task An_empty_combination_that_is_not_withheld_is_caught()
    {
        using var desk = Perturbed.Desk();
        var upload = await StagedUpload.OfAsync(desk, Asking(Zeros), Csv, "zeros");
        Assert.Empty(upload.Audit());
        var (plan, table) = upload.Protected.Tables[0];
        var empty = Array.IndexOf(table.Rows, 0);

        // A row that says 0, as conventional rounding makes of nothing, is not listed: an empty row is missing then.
        table.Status[empty] = CellStatus.Published;
        upload.Protected.Perturbed["areas"].IsListed[empty] = false;

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "empty-row-missing");
    }

    [Fact]
    public async Task An_empty_combination_that_its_neighbours_give_away_is_caught()
    {
        using var desk = Perturbed.Desk();
        var upload = await StagedUpload.OfAsync(desk, Asking(Zeros), Csv, "alone");
        var (plan, table) = upload.Protected.Tables[0];
        for (var cell = 0; cell < table.CellCount; cell++)
        {
            table.Status[cell] = table.Rows[cell] == 0 ? CellStatus.Primary : CellStatus.Published;
        }

        upload.Protected = upload.Protected with { Tables = [(plan, table.With([]))] };

        Assert.Contains(upload.Audit(), finding => finding.Code.Id is "attack-interval" or "attack-bounds");
    }

    [Fact]
    public async Task A_group_that_is_all_in_one_category_is_withheld_and_a_forgotten_one_is_caught()
    {
        using var desk = Perturbed.Desk();
        var upload = await StagedUpload.OfAsync(desk, Asking(Groups), Csv, "groups");
        Assert.Empty(upload.Audit());

        var forgotten = await StagedUpload.OfAsync(desk, Asking(Groups.Replace(", groupDisclosure: [kind]", "", StringComparison.Ordinal)), Csv, "forgotten");
        upload.Protected = forgotten.Protected with { Tables = [(upload.Protected.Tables[0].Plan, forgotten.Protected.Tables[0].Table)] };

        Assert.Contains(upload.Audit(), finding => finding.Code.Id == "attack-group-disclosure");
    }

    private static PolicyText Asking(string how) => Areas.With($"{{name: areas, kind: table, audience: public, by: [area, kind], {how}}}");

    private static string Rows(string row, int count) => string.Concat(Enumerable.Repeat(row + "\n", count));
}
