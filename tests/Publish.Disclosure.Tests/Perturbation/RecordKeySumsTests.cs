using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Perturbation;

namespace Publish.Disclosure.Tests.Perturbation;

public class RecordKeySumsTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261125UL, 7UL);

    [Fact]
    public void A_cell_s_key_is_the_sum_over_its_distinct_respondents() =>
        Check.One(Fixed, Prop.ForAll(Visits.ToArbitrary(), visits =>
        {
            var key = Some.Key();
            var (sums, overlaps) = SumsOf(visits.Classes, key);
            var cells = new ulong[3];
            sums.AddTo(overlaps, visits.CellOf, cells);
            return cells.SequenceEqual(Enumerable.Range(0, 3).Select(cell => Enumerable.Range(0, visits.Classes.Length)
                .Where(person => visits.Classes[person].Any(c => visits.CellOf[c] == cell))
                .Aggregate(0UL, (sum, person) => unchecked(sum + key.RecordKey(person)))));
        }));

    [Fact]
    public void A_respondent_s_key_is_the_same_whatever_else_is_there_and_another_with_another_secret()
    {
        Assert.Equal(Some.Key().RecordKey(5), Some.Key().RecordKey(5));
        Assert.NotEqual(Some.Key().RecordKey(5), Some.Key().RecordKey(6));
        Assert.NotEqual(Some.Key().RecordKey(5), Some.Key(2).RecordKey(5));
    }

    [Fact]
    public void Record_keys_are_spread_evenly()
    {
        // Sixteen equal parts of 8,000 keys: χ² with 15 degrees of freedom stays below 37.7 but once in a thousand keys.
        var parts = new int[16];
        for (var person = 0; person < 8000; person++)
        {
            parts[Some.Key().RecordKey(person) >> 60]++;
        }

        Assert.InRange(parts.Sum(part => Math.Pow(part - 500, 2) / 500), 0, 37.7);
    }

    private sealed record Visit(int[][] Classes, int[] CellOf);

    // Six people, each in some of five classes, some of them several times.
    private static Gen<Visit> Visits =>
        from classes in Gen.Choose(0, 4).ArrayOf(3).ArrayOf(6)
        from cells in Gen.Choose(-1, 2).ArrayOf(5)
        select new Visit(classes, cells);

    private static (RecordKeySums Sums, RespondentOverlaps Overlaps) SumsOf(int[][] classesOf, SecretKey key)
    {
        var byClass = new ulong[5];
        var overlaps = new OverlapBuilder();
        for (var person = 0; person < classesOf.Length; person++)
        {
            foreach (var c in classesOf[person].Distinct())
            {
                byClass[c] = unchecked(byClass[c] + key.RecordKey(person));
            }

            overlaps.Add([.. classesOf[person]], 1, key.RecordKey(person));
        }

        return (new RecordKeySums(byClass, overlaps.RecordKeys()), overlaps.Build());
    }
}
