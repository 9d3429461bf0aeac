using System.Globalization;
using System.Numerics;
using Publish.Attacks.Systems;
using Publish.Attacks.Tests.Fakes;

namespace Publish.Attacks.Tests.Reference;

public class HandbookDifferencingTests
{
    private const string Dataset = "handbook";

    [ReferenceFact(Dataset)]
    public void Two_age_groupings_reveal_the_ages_between()
    {
        var first = CsvLines.Read(Dataset, "diff_subpop_t1.csv");
        var second = CsvLines.Read(Dataset, "diff_subpop_t2.csv");
        var expected = CsvLines.Read(Dataset, "diff_subpop_expected.csv");
        string[] finest = ["<20", "20-24", "25-39", "40-59", "60-69", "70+"];
        for (var sex = 0; sex < 2; sex++)
        {
            var facts = new Facts();
            foreach (var age in finest.Where(first[sex].ContainsKey))
            {
                facts.Know(first[sex][age], [age]);
            }

            facts.Know(first[sex]["20-39"], ["20-24", "25-39"]);
            facts.Know(second[sex]["<25"], ["<20", "20-24"]);
            facts.Know(second[sex]["25-39"], ["25-39"]);
            Assert.All(finest, age => Assert.Equal(Number(expected[sex][age]), facts.Solve(age)));
        }
    }

    [ReferenceFact(Dataset)]
    public void A_boundary_change_reveals_the_people_of_the_strip()
    {
        var before = CsvLines.Read(Dataset, "diff_geo_1991.csv");
        var after = CsvLines.Read(Dataset, "diff_geo_2001.csv");
        var expected = CsvLines.Read(Dataset, "diff_geo_expected.csv");
        foreach (var (row, sex) in Enumerable.Range(0, 3).SelectMany(row => new[] { (row, "male"), (row, "female") }))
        {
            var facts = new Facts();
            facts.Know(before[row][sex], ["core", "strip"]);
            facts.Know(after[row][sex], ["core"]);
            Assert.Equal(Number(expected[row][sex]), facts.Solve("strip"));
        }
    }

    [ReferenceFact(Dataset)]
    public void Linked_tables_of_homes_and_workplaces_reveal_the_women()
    {
        var rows = CsvLines.Read(Dataset, "diff_linking.csv");
        string Fact(string name) => rows.Single(row => row.Values.First() == name).Values.Last();
        var facts = new Facts();
        facts.Know(Fact("employed living in area"), ["m-both", "f-both", "m-out", "f-out"]);
        facts.Know(Fact("working in area (total)"), ["m-both", "f-both", "m-in", "f-in"]);
        facts.Know(Fact("living and working in area (total)"), ["m-both", "f-both"]);
        facts.Know(Fact("males living and working"), ["m-both"]);
        facts.Know("58", ["m-out"]);
        facts.Know("23", ["m-in"]);

        Assert.Equal(1, facts.Solve("f-both"));
        Assert.Equal(5, facts.Solve("f-out"));
        Assert.Equal(4, facts.Solve("f-in"));
    }

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Facts
    {
        private readonly List<string> _unknowns = [];
        private readonly List<(BigInteger Value, int[] Parts)> _facts = [];

        public void Know(string value, string[] parts)
        {
            _unknowns.AddRange(parts.Except(_unknowns));
            _facts.Add((Number(value), Array.ConvertAll(parts, part => _unknowns.IndexOf(part))));
        }

        public BigInteger? Solve(string unknown)
        {
            var system = new LinearSystem(_unknowns.Count + _facts.Count);
            for (var fact = 0; fact < _facts.Count; fact++)
            {
                system.MarkKnown(_unknowns.Count + fact);
                system.AddSum(_unknowns.Count + fact, _facts[fact].Parts);
            }

            var derivation = system.Solve().Derive(_unknowns.IndexOf(unknown));
            return derivation is null
                ? null
                : derivation.Terms.Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Coefficient * _facts[term.Cell - _unknowns.Count].Value)) / derivation.Denominator;
        }
    }
}
