using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Derived;

/// <summary>
/// Works out what the published means, ratios, shares and quantiles of an edition tell of the sums and counts they are made
/// of: each number bounds one by the other, and sums of cells carry on what is found, until nothing moves.
/// </summary>
internal sealed class Implications
{
    private const int Passes = 10;

    private readonly PublishedEdition _published;
    private readonly SortedDictionary<string, QuantityKnowledge> _quantities = new(StringComparer.Ordinal);

    /// <summary>Works everything out.</summary>
    /// <param name="published">The edition.</param>
    /// <param name="rounds">How often each sum may be looked at in one pass.</param>
    public Implications(PublishedEdition published, int rounds)
    {
        _published = published;
        var mentions = Mentions().ToLookup(each => each.Quantity.Name, StringComparer.Ordinal);
        foreach (var own in mentions)
        {
            var tables = own.Select(each => each.Table)
                .Concat(Enumerable.Range(0, published.Tables.Count).Where(table => Publishes(table, own.Key)))
                .Distinct().Order().ToArray();
            _quantities.Add(own.Key, new QuantityKnowledge(published, own.First().Quantity, tables));
        }

        Missing = [.. Mentions().Select(each => (each.Table, each.Quantity.Name)).Distinct().Where(each => !Publishes(each.Table, each.Name))];
        for (var pass = 0; pass < Passes && Missing.Count > 0 && Apply(); pass++)
        {
            foreach (var quantity in _quantities.Values)
            {
                quantity.Tighten(rounds);
            }
        }
    }

    /// <summary>The quantities that tables do not publish, but numbers made of them: by table and name.</summary>
    public IReadOnlyList<(int Table, string Name)> Missing { get; }

    /// <summary>What is known of a quantity.</summary>
    public QuantityKnowledge Of(string name) => _quantities[name];

    /// <summary>A cell that no value fits, with its quantity; <see langword="null"/> where all published numbers agree.</summary>
    public (QuantityKnowledge Quantity, int Cell)? Contradiction => _quantities.Values
        .Where(quantity => quantity.Known.Contradiction >= 0)
        .Select(quantity => ((QuantityKnowledge, int)?)(quantity, quantity.Known.Contradiction))
        .FirstOrDefault();

    private bool Publishes(int table, string name) =>
        _published.Tables[table].Measures.Any(measure => measure.Name == name);

    private IEnumerable<(int Table, AdditiveQuantity Quantity)> Mentions() =>
        from table in Enumerable.Range(0, _published.Tables.Count)
        from measure in _published.Tables[table].Measures
        from quantity in measure.Formula?.Quantities ?? []
        select (table, quantity);

    private bool Apply()
    {
        var moved = false;
        for (var table = 0; table < _published.Tables.Count; table++)
        {
            var measures = _published.Tables[table].Measures;
            foreach (var measure in measures.Where(measure => measure.Formula is QuotientFormula))
            {
                moved |= Apply(table, measure, (QuotientFormula)measure.Formula!);
            }

            foreach (var own in measures.Where(measure => measure.Formula is QuantileFormula).GroupBy(measure => ((QuantileFormula)measure.Formula!).Sum.Name, StringComparer.Ordinal))
            {
                moved |= Apply(table, [.. own.OrderBy(measure => ((QuantileFormula)measure.Formula!).At)]);
            }
        }

        return moved && Contradiction is null;
    }

    private bool Apply(int table, PublishedMeasure measure, QuotientFormula formula)
    {
        var (numerators, denominators) = (_quantities[formula.Numerator.Name], _quantities[formula.Denominator.Name]);
        var moved = false;
        for (var row = 0; row < measure.Values.Count; row++)
        {
            if (measure.Values[row] is not { } value || _published.Tables[table].IsSuppressed(row))
            {
                continue;
            }

            var (n, d) = (numerators.CellOf(table, row), denominators.CellOf(table, row, formula.TotalOver));
            if (d < 0)
            {
                continue;
            }

            var quotient = new QuotientBounds(value, Int128.Max(1, measure.RoundingUnit), measure.Scale, formula.Factor, numerators.Scale, denominators.Scale);
            var (low, high) = quotient.Denominator(numerators.Known.Low(n), numerators.Known.High(n));
            moved |= denominators.Note(d, low, formula.IsDenominatorAtMost ? CellIntervals.Unbounded : high);
            (low, high) = quotient.Numerator(formula.IsDenominatorAtMost ? low : denominators.Known.Low(d), denominators.Known.High(d));
            moved |= numerators.Note(n, low, high);
        }

        return moved;
    }

    private bool Apply(int table, IReadOnlyList<PublishedMeasure> quantiles)
    {
        var formulas = quantiles.Select(measure => (QuantileFormula)measure.Formula!).ToArray();
        var (sums, contributors) = (_quantities[formulas[0].Sum.Name], _quantities[formulas[0].Contributors.Name]);
        var moved = false;
        for (var row = 0; row < _published.Tables[table].Rows && formulas[0].IsComplete; row++)
        {
            var cell = contributors.CellOf(table, row);
            if (!_published.Tables[table].IsSuppressed(row) && contributors.Known.IsExact(cell) && quantiles.All(measure => measure.Values[row] is not null))
            {
                var (low, high) = QuantileBounds.Sum(
                    contributors.Known.Low(cell),
                    [.. quantiles.Select((measure, i) => (formulas[i], measure.Values[row]!.Value, Int128.Max(1, measure.RoundingUnit), measure.Scale))],
                    sums.Scale);
                moved |= sums.Note(sums.CellOf(table, row), low, high);
            }
        }

        return moved;
    }
}
