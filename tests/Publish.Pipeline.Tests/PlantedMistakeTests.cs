using Publish.Codes;
using Publish.Disclosure.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>One mistake planted in what protection decided is caught by the audit, with a witness, whichever it is.</summary>
public class PlantedMistakeTests
{
    [Fact]
    public async Task What_protection_decides_is_found_sound()
    {
        using var desk = Some.Desk();
        Assert.Empty((await StagedUpload.OfAsync(desk, Some.Policy, Some.Csv, "sound")).Audit());
    }

    [Fact]
    public async Task Any_hidden_cell_that_is_shown_after_all_is_caught()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Some.Policy, Some.Csv, "shown");
        var table = upload.Protected.Tables[0].Table;
        foreach (var cell in Hidden(table))
        {
            var status = table.Status[cell];
            table.Status[cell] = CellStatus.Published;
            AssertCaught(upload.Audit(), "attack-solved", "attack-threshold", "attack-interval", "attack-not-proven");
            table.Status[cell] = status;
        }
    }

    [Fact]
    public async Task Any_number_that_is_not_the_uploads_is_caught()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Some.Policy, Some.Csv, "shifted");
        var table = upload.Protected.Tables[0].Table;
        foreach (var cell in Enumerable.Range(0, table.CellCount).Except(Hidden(table)).Where((_, i) => i % 3 == 0))
        {
            table.Respondents[cell]++;
            AssertCaught(upload.Audit(), "attack-recount");
            table.Respondents[cell]--;
            table.Sums[0][cell]--;
            AssertCaught(upload.Audit(), "attack-recount");
            table.Sums[0][cell]++;
        }
    }

    [Fact]
    public async Task A_cell_under_the_name_of_another_is_caught()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Some.Policy, Some.Csv, "renamed");
        var table = upload.Protected.Tables[0].Table;

        // The first cells are those of the finest grouping set.
        table.Categories[0][0] = table.Categories[0][0] == 0 ? 1 : 0;

        AssertCaught(upload.Audit(), "attack-layout", "attack-recount");
    }

    [Fact]
    public async Task An_interval_that_is_narrower_than_asked_is_caught()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Some.Policy, Some.Csv, "narrow");
        var table = upload.Protected.Tables[0].Table;
        var cell = Hidden(table)[0];
        var demand = new CellDemand(null, new Int128[table.CellCount], new Int128[table.CellCount]);
        demand.Upper[cell] = 1000;
        upload.Protected = new ProtectedUpload([(upload.Protected.Tables[0].Plan, table.With([demand]))], []);

        var findings = upload.Audit();
        AssertCaught(findings, "attack-interval");
        Assert.Contains(findings, finding => finding.Detail!.Contains(": row ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shown_cell_in_which_everyone_has_the_lowest_value_is_caught()
    {
        using var desk = Some.Desk();
        var policy = Some.Policy with
        {
            Columns = [.. Some.Policy.Columns.Select(column => column.Name == "pay" ? ("pay", "{type: decimal, role: measure, decimals: 2, required: true, min: 0}") : column)],
        };
        var rows = Some.Rows.Concat(Enumerable.Range(0, 6).Select(i => (string[])["z" + i, "Norham", "z", "0.00", ""]))
            .Concat(Enumerable.Range(0, 6).Select(i => (string[])["y" + i, "Sutham", "z", $"{i + 1}.00", ""]));
        var upload = await StagedUpload.OfAsync(desk, policy, Some.CsvOf(["id", "district", "sex", "pay", "note"], rows), "constant");
        var table = upload.Protected.Tables[0].Table;
        Assert.Empty(upload.Audit());

        foreach (var cell in Hidden(table).Where(cell => table.Rule[cell] == PrimaryRule.Constant))
        {
            table.Status[cell] = CellStatus.Published;
        }

        AssertCaught(upload.Audit(), "attack-single-value");
    }

    [Fact]
    public async Task What_two_audiences_can_read_together_is_attacked_together()
    {
        using var desk = Some.Desk();
        var strict = (await StagedUpload.OfAsync(desk, Some.Policy, Some.Csv, "strict")).Write();
        var lax = (await StagedUpload.OfAsync(
            desk, Some.Policy.With(Some.Table.Replace("name: people", "name: persons", StringComparison.Ordinal).Replace("threshold: 3", "threshold: 2", StringComparison.Ordinal)), Some.Csv, "lax")).Write();

        Assert.Empty(StagedUpload.Read(strict));
        Assert.Empty(StagedUpload.Read(lax));
        AssertCaught(StagedUpload.Read(strict, lax), "attack-solved");
    }

    [Fact]
    public async Task A_table_for_partners_that_is_protected_as_if_it_were_the_only_one_is_caught()
    {
        using var desk = Some.Desk();
        var partners = Some.Table.Replace("name: people", "name: detail", StringComparison.Ordinal)
            .Replace("audience: public", "audience: partners", StringComparison.Ordinal)
            .Replace("threshold: 3", "threshold: 2", StringComparison.Ordinal);
        var policy = Some.Policy with { Recipients = "[public, partners]" };
        var alone = await StagedUpload.OfAsync(desk, policy.With(partners), Some.Csv, "alone");
        var both = await StagedUpload.OfAsync(desk, policy.With(Some.Table, partners), Some.Csv, "both");
        Assert.Empty(alone.Audit());
        Assert.Empty(both.Audit());

        alone.Protected.Tables[0].Table.Status.CopyTo(both.Protected.Tables[1].Table.Status, 0);

        AssertCaught(both.Audit(), "attack-solved");
        Assert.All(both.WriteAll().Values, version => Assert.Empty(StagedUpload.Read(version)));
    }

    private static List<int> Hidden(ProtectedTable table) =>
        [.. Enumerable.Range(0, table.CellCount).Where(cell => table.Status[cell] != CellStatus.Published)];

    private static void AssertCaught(IReadOnlyList<Finding> findings, params string[] codes)
    {
        Assert.Contains(findings, finding => codes.Contains(finding.Code.Id));
        Assert.Contains(findings, finding => finding.Place.Length > 0);
    }
}
