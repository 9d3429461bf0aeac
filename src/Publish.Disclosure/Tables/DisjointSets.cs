namespace Publish.Disclosure.Tables;

/// <summary>Which of the numbers from 0 on belong together (Tarjan, <em>Journal of the ACM</em> 22, 1975, with path halving).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    /// <param name="count">How many numbers there are; each is alone at first.</param>
    public DisjointSets(int count) => _parents = [.. Enumerable.Range(0, count)];

    /// <summary>Joins what two numbers belong to.</summary>
    public void Join(int first, int second) => _parents[Root(second)] = Root(first);

    /// <summary>The set of each number, numbered in the order of their first ones, and how many there are.</summary>
    public (int[] SetOf, int Count) Numbered()
    {
        var numbers = new Dictionary<int, int>();
        var setOf = new int[_parents.Length];
        for (var number = 0; number < setOf.Length; number++)
        {
            var root = Root(number);
            if (!numbers.TryGetValue(root, out var set))
            {
                numbers.Add(root, set = numbers.Count);
            }

            setOf[number] = set;
        }

        return (setOf, numbers.Count);
    }

    private int Root(int number)
    {
        while (_parents[number] != number)
        {
            _parents[number] = _parents[_parents[number]];
            number = _parents[number];
        }

        return number;
    }
}
