using Publish.Attacks.Layouts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests;

public class LayoutAttackTests
{
    [Fact]
    public void A_sound_table_withstands()
    {
        var result = Attack(Some.Table());

        Assert.Equal(AttackVerdict.Withstood, result.Verdict);
        Assert.Equal(Some.Table().Rows, result.Examined);
    }

    [Fact]
    public void A_row_that_is_there_twice_is_found()
    {
        var table = Some.Table();
        Broken(Some.Rows(table, [.. Enumerable.Range(0, table.Rows), 3]), "there twice");
    }

    [Fact]
    public void A_missing_total_is_found() =>
        Broken(Some.Without(Some.Table(), Some.Row("N|Total|f")), "without a total");

    [Fact]
    public void A_suppressed_row_with_a_value_is_found() =>
        Broken(Some.With(Some.Table(), "x_sum", Some.Row("N|N2|m"), 3), "is not published, yet x_sum has a value");

    [Fact]
    public void A_published_row_without_a_count_is_found() =>
        Broken(Some.With(Some.Table(), "count", Some.Row("N|Total|f"), null), "without a count");

    [Fact]
    public void A_negative_count_is_found() =>
        Broken(Some.With(Some.Table(), "count", Some.Row("N|Total|f"), -1), "negative");

    [Fact]
    public void An_unknown_status_is_found()
    {
        var table = Some.Table();
        Broken(new PublishedTable(table.Name, table.Keys, table.Measures, [.. table.Status.Select((status, row) => row == 0 ? "p" : status)]), "status");
    }

    [Fact]
    public void A_district_below_a_summed_away_region_is_found()
    {
        var table = Some.Table();
        var row = Some.Row("N|N1|f");
        var region = table.Keys[0].Levels[0];
        var broken = new PublishedLevel("region", region.Labels, [.. region.Codes.Select((code, at) => at == row ? PublishedLevel.Total : code)]);
        Broken(new PublishedTable(table.Name, [new PublishedKey("area", [broken, table.Keys[0].Levels[1]]), table.Keys[1]], table.Measures, table.Status), "summed away");
    }

    [Fact]
    public void A_cell_another_table_says_is_empty_is_found()
    {
        var table = Some.Table();
        var other = Some.Without(table, Some.Row("S|S2|f"));
        var result = new LayoutAttack([table, other]).Run();

        Assert.Contains(result.Witnesses, witness => witness.Text.Contains("says it is empty", StringComparison.Ordinal));
    }

    private static AttackResult Attack(PublishedTable table) => new LayoutAttack([table]).Run();

    private static void Broken(PublishedTable table, string text)
    {
        var result = Attack(table);
        Assert.Equal(AttackVerdict.Broken, result.Verdict);
        Assert.Contains(result.Witnesses, witness => witness.Code == AttackCodes.Layout && witness.Text.Contains(text, StringComparison.Ordinal));
    }
}
