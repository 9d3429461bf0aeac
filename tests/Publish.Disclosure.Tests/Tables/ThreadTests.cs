using Publish.Disclosure.Tables;

namespace Publish.Disclosure.Tests.Tables;

/// <summary>The order in which threads come to their work changes nothing.</summary>
public class ThreadTests
{
    [Fact]
    public void One_thread_and_two_give_the_same_answer()
    {
        // Needs for several batches, so that threads that adopted moves as they found them would give answers that differ.
        var counts = new CountTable();
        var random = new Random(17);
        for (var item = 0; item < 14 * 14 * 6; item++)
        {
            counts.Add(random.Next(4) == 0 ? 1 + random.Next(2) : 3 + random.Next(40), $"a{item % 14:D2}", $"b{item / 14 % 14:D2}", $"c{item / 196}");
        }

        counts.AddKey(label => label[..2]);
        counts.AddKey();
        counts.AddKey();
        var request = CountTable.Request(3, [0, 1, 2], [0, 1], [0, 1]);

        var answers = new[] { 1, 2, 7 }.Select(threads => On(threads, counts, request)).ToArray();

        Assert.True(answers[0].Count(cell => cell.Status == CellStatus.Primary) > 256);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    /// <summary>All that is decided, by so many workers at most.</summary>
    private static List<(CellStatus Status, int Shields)> On(int threads, CountTable counts, TableRequest request)
    {
        var edition = TableProtection.Protect(counts.Classes(), counts.Hierarchies, [request], EliminationEffort.None(threads));
        Assert.True(edition.IsCertified);
        return [.. edition.Tables[0].Status.Zip(edition.Tables[0].Shields)];
    }
}
