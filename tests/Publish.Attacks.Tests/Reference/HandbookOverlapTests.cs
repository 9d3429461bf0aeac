using System.Globalization;
using Publish.Attacks.Differences;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

/// <summary>The handbook's differencing attacks, on tables as they would be published.</summary>
public class HandbookOverlapTests
{
    private const string Dataset = "handbook";

    [ReferenceFact(Dataset)]
    public void Two_age_groupings_give_away_the_ages_between()
    {
        string[] finest = ["<20", "20-24", "25-39", "40-59", "60-69", "70+"];
        var expected = CsvLines.Read(Dataset, "diff_subpop_expected.csv");
        var one = Published("t1", "age", CsvLines.Read(Dataset, "diff_subpop_t1.csv"));
        var other = Published("t2", "band", CsvLines.Read(Dataset, "diff_subpop_t2.csv"));
        var classes = Classes(
            ["Male", "Female"],
            finest,
            ("age", age => age is "20-24" or "25-39" ? "20-39" : age),
            ("band", age => age is "<20" or "20-24" ? "<25" : age),
            age => expected.Where(row => row[age] != "0").Select(row => row["sex"]).ToHashSet(StringComparer.Ordinal));

        var result = new OverlapAttack(new([one, other]), classes, 3).Run();

        var witness = Assert.Single(result.Witnesses);
        Assert.Equal(AttackCodes.Difference, witness.Code);
        Assert.Equal(1, witness.Values.Single().Numerator);
        Assert.Equal([("t1 (sex Male, age <20)", -1), ("t2 (sex Male, band <25)", 1)], witness.Terms.Select(term => (term.Cell, (int)term.Coefficient)).Order());
    }

    [ReferenceFact(Dataset)]
    public void A_boundary_before_and_after_gives_away_the_strip()
    {
        var expected = CsvLines.Read(Dataset, "diff_geo_expected.csv");
        var before = Area("before", "old", "diff_geo_1991.csv");
        var after = Area("after", "new", "diff_geo_2001.csv");
        var people = expected.SelectMany(row => new[] { "male", "female" }.Select(sex => (Hours: row["hours"], Sex: sex, Strip: Number(row[sex])))).ToList();
        var rows = people.SelectMany(each => each.Strip > 0 ? new[] { (each.Hours, each.Sex, In: true), (each.Hours, each.Sex, In: false) } : [(each.Hours, each.Sex, In: true)]).ToList();
        var classes = new CountedClasses(
            [
                Level("hours", "hours", rows.ConvertAll(row => row.Hours)),
                Level("sex", "sex", rows.ConvertAll(row => row.Sex)),
                Level("old", "old", rows.ConvertAll(_ => "town")),
                Level("new", "new", rows.ConvertAll(row => row.In ? "town" : "beyond")),
            ],
            []);

        var result = new OverlapAttack(new([before, after]), classes, 5).Run();

        Assert.Equal(
            people.Where(each => each.Strip > 0).Select(each => each.Strip).Order(),
            result.Witnesses.Select(witness => (int)witness.Values.Single().Numerator).Order());
    }

    [Fact]
    public void Groups_of_the_threshold_and_tables_that_nest_give_nothing_away()
    {
        var world = new RandomWorld(new Random(5), 2, 1);
        var (both, one) = (world.Cube("both", 0, 1), world.Cube("one", 0));
        var result = new OverlapAttack(new([both.Publish(_ => false), one.Publish(_ => false)]), new CountedClasses(world.CountedLevels(), []), 1).Run();

        Assert.Equal(AttackVerdict.Withstood, result.Verdict);
        Assert.Equal(world.Leaves.Count, result.Examined);
    }

    private static PublishedTable Published(string name, string key, List<Dictionary<string, string>> rows)
    {
        var cells = rows.SelectMany(row => row.Skip(1).Where(cell => cell.Value != "0").Select(cell => (Sex: row["sex"], Group: cell.Key, Count: Number(cell.Value)))).ToList();
        return new PublishedTableBuilder(name)
            .Key("sex", ("sex", cells.ConvertAll(cell => cell.Sex)))
            .Key(key, (key, cells.ConvertAll(cell => cell.Group)))
            .Measure(new PublishedMeasure("count", MeasureKind.Count, cells.ConvertAll(cell => (Int128?)cell.Count)))
            .Build(cells.ConvertAll(_ => ""));
    }

    private static PublishedTable Area(string name, string key, string file)
    {
        var cells = CsvLines.Read(Dataset, file).SelectMany(row => row.Skip(1).Select(cell => (Hours: row["hours"], Sex: cell.Key, Count: Number(cell.Value)))).ToList();
        return new PublishedTableBuilder(name)
            .Key("hours", ("hours", cells.ConvertAll(cell => cell.Hours)))
            .Key("sex", ("sex", cells.ConvertAll(cell => cell.Sex)))
            .Key(key, (key, cells.ConvertAll(_ => "town")))
            .Measure(new PublishedMeasure("count", MeasureKind.Count, cells.ConvertAll(cell => (Int128?)cell.Count)))
            .Build(cells.ConvertAll(_ => ""));
    }

    private static CountedClasses Classes(
        string[] sexes, string[] finest, (string Key, Func<string, string> Group) one, (string Key, Func<string, string> Group) other, Func<string, HashSet<string>> present)
    {
        var rows = sexes.SelectMany(sex => finest.Where(age => present(age).Contains(sex)).Select(age => (Sex: sex, Age: age))).ToList();
        return new CountedClasses(
            [
                Level("sex", "sex", rows.ConvertAll(row => row.Sex)),
                Level(one.Key, one.Key, rows.ConvertAll(row => one.Group(row.Age))),
                Level(other.Key, other.Key, rows.ConvertAll(row => other.Group(row.Age))),
            ],
            []);
    }

    private static CountedLevel Level(string key, string level, List<string> values)
    {
        var labels = values.Distinct().ToList();
        return new CountedLevel(key, level, labels, [.. values.Select(value => labels.IndexOf(value))]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
