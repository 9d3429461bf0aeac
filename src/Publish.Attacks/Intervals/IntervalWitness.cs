using System.Globalization;
using System.Numerics;
using System.Text;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Intervals;

/// <summary>Writes what bounds a cell: the published cells, how often each is taken, and that what is left is not negative.</summary>
internal sealed class IntervalWitness(PublishedEdition published, CellPlaces places, CellValues values, IntervalSystem system)
{
    private const int TermsInText = 12;

    /// <summary>The witness of an interval that is too narrow.</summary>
    public Witness Narrow(CellBound bound)
    {
        var number = bound.IsHigh ? bound.Numerator : -bound.Numerator;
        var terms = Terms(bound);
        var divisor = BigInteger.GreatestCommonDivisor(number, bound.Denominator);
        var value = new WitnessValue(values.Name, number / divisor, bound.Denominator / divisor, values.Scale);
        return At(AttackCodes.Interval, bound.Cell, Text(bound, value, terms)) with
        {
            Terms = terms,
            Denominator = bound.Denominator,
            Values = [value],
        };
    }

    /// <summary>The witness of an interval about which nothing could be proven.</summary>
    public Witness Open(IntervalNeed need) => At(
        AttackCodes.NotProven,
        need.Cell,
        $"{places.Describe(need.Cell)}: it could not be proven that {values.Name} is uncertain enough.");

    private Witness At(Codes.Code code, int cell, string text)
    {
        var (table, row) = places.Of(cell);
        var place = string.Create(CultureInfo.InvariantCulture, $"{published.Tables[table].Name}, row {row + 1}");
        return new Witness(code, place, text) { Table = table, Row = row };
    }

    private List<WitnessTerm> Terms(CellBound bound) =>
        bound.Factors is null ? [] : [.. system
            .KnownTerms(system.Components[system.ComponentOf[bound.Cell]], bound.Factors)
            .Where(term => !term.Value.IsZero && places.Has(term.Key))
            .Select(term => places.Term(term.Key, bound.IsHigh ? term.Value : -term.Value))];

    private string Text(CellBound bound, WitnessValue value, List<WitnessTerm> terms)
    {
        var text = new StringBuilder(places.Describe(bound.Cell));
        text.Append(", ").Append(values.Name).Append(bound.IsHigh ? " is at most " : " is at least ").Append(DecimalText.Of(value));
        text.Append(bound.Factors is null ? ": no other whole numbers fit the published cells" : ": ");
        foreach (var term in terms.Take(TermsInText))
        {
            text.Append(term.Coefficient.Sign < 0 ? "− " : "+ ");
            if (!BigInteger.Abs(term.Coefficient).IsOne)
            {
                text.Append(CultureInfo.InvariantCulture, $"{BigInteger.Abs(term.Coefficient)} × ");
            }

            text.Append(term.Cell).Append(' ');
        }

        text.Append(terms.Count > TermsInText ? string.Create(CultureInfo.InvariantCulture, $"and {terms.Count - TermsInText} more cells ") : "");
        text.Append(bound.Denominator.IsOne ? "" : string.Create(CultureInfo.InvariantCulture, $"all divided by {bound.Denominator} "));
        return text.ToString().TrimEnd() + (bound.Factors is null ? "." : ", and what else is hidden keeps to what is known of it.");
    }
}
