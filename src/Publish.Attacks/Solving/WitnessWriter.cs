using System.Numerics;
using System.Text;
using Publish.Attacks.Results;
using Publish.Attacks.Systems;

namespace Publish.Attacks.Solving;

/// <summary>Writes a derivation as a witness: cells in words, values recomputed exactly from what is published.</summary>
internal sealed class WitnessWriter(PublishedSystem published)
{
    private const int TermsInText = 12;

    /// <summary>The witness for one suppressed row.</summary>
    public Witness Write(int member, int row, Derivation? derivation)
    {
        var table = published.Edition.Tables[member];
        var place = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{table.Name}, row {row + 1}");
        var witness = new Witness(AttackCodes.NotProven, place, table.Describe(row) + " could not be proven safe.")
        {
            Table = published.Family.Tables[member],
            Row = row,
        };
        return derivation is null ? witness : Solved(witness, table.Describe(row), derivation);
    }

    private Witness Solved(Witness witness, string cell, Derivation derivation)
    {
        var values = published.Family.Measures.Select(name => Value(name, derivation)).OfType<WitnessValue>().ToList();
        var terms = derivation.Terms.Select(Term).ToList();
        return witness with
        {
            Code = AttackCodes.Solved,
            Text = Text(cell, values, terms, derivation.Denominator),
            Terms = terms,
            Denominator = derivation.Denominator,
            Values = values,
        };
    }

    private WitnessTerm Term((int Cell, BigInteger Coefficient) term)
    {
        var (member, row) = published.Publisher(term.Cell)!.Value;
        var table = published.Edition.Tables[member];
        return new WitnessTerm(published.Family.Tables[member], row, table.Describe(row), term.Coefficient);
    }

    // Means are not sums: the derivation holds for the sums behind them, so no value is claimed.
    private WitnessValue? Value(string name, Derivation derivation)
    {
        var measures = published.Edition.Tables.Select(table => MeasureFamily.Measure(table, name)!).ToList();
        var scale = measures.Max(measure => measure.Scale);
        var sum = BigInteger.Zero;
        foreach (var (cell, coefficient) in derivation.Terms)
        {
            var (member, row) = published.Publisher(cell)!.Value;
            if (measures[member].Values[row] is not { } value || measures[member].Kind == Tables.MeasureKind.Mean)
            {
                return null;
            }

            sum += coefficient * (BigInteger)value * BigInteger.Pow(10, scale - measures[member].Scale);
        }

        var divisor = BigInteger.GreatestCommonDivisor(sum, derivation.Denominator);
        return new WitnessValue(name, sum / divisor, derivation.Denominator / divisor, scale);
    }

    private static string Text(string cell, List<WitnessValue> values, List<WitnessTerm> terms, BigInteger denominator)
    {
        var text = new StringBuilder(cell);
        foreach (var value in values)
        {
            text.Append(", ").Append(value.Measure).Append(" = ").Append(DecimalText.Of(value));
        }

        text.Append(terms.Count == 0 ? ": all its parts are absent" : ": ");
        foreach (var term in terms.Take(TermsInText))
        {
            text.Append(term.Coefficient.Sign < 0 ? "− " : "+ ");
            if (!BigInteger.Abs(term.Coefficient).IsOne)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{BigInteger.Abs(term.Coefficient)} × ");
            }

            text.Append(term.Cell).Append(' ');
        }

        if (terms.Count > TermsInText)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"and {terms.Count - TermsInText} more cells ");
        }

        if (!denominator.IsOne)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"all divided by {denominator}");
        }

        return text.ToString().TrimEnd() + ".";
    }
}
