using System.Globalization;
using System.Numerics;
using System.Text;
using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Perturbation;

/// <summary>Writes how rounded numbers give a count away: which of them are taken at their most and which at their least.</summary>
internal sealed class RoundingWitness(PublishedEdition published, CellPlaces places, string measure)
{
    private const int TermsInText = 12;

    /// <summary>A count of which one value is left, without the arithmetic.</summary>
    public Witness Single(int cell, Int128 value) =>
        At(AttackCodes.RoundedBounds, cell, $"{places.Describe(cell)}: {measure} can only be {value}.") with
        {
            Values = [new WitnessValue(measure, value, 1, 0)],
        };

    /// <summary>One end of a count of which one value is left.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="sign">1 for its most, −1 for its least.</param>
    /// <param name="end">What bounds sign · count.</param>
    public Witness End(int cell, int sign, RoundedEnd end)
    {
        List<WitnessTerm> terms = [.. end.Terms.Where(term => !term.Value.IsZero).Select(term => places.Term(term.Key, sign * term.Value))];
        var divisor = BigInteger.GreatestCommonDivisor(end.Numerator, end.Denominator);
        var value = new WitnessValue(measure, sign * end.Numerator / divisor, end.Denominator / divisor, 0);
        return At(AttackCodes.RoundedBounds, cell, Text(cell, sign, value, end.Denominator, terms)) with
        {
            Terms = terms,
            Denominator = end.Denominator,
            Values = [value],
        };
    }

    /// <summary>A count about which nothing could be proven.</summary>
    public Witness Open(int cell) => At(
        AttackCodes.RoundedNotProven, cell, $"{places.Describe(cell)}: it could not be proven that {measure} can be more than one number.");

    /// <summary>A cell that no number fits.</summary>
    public Witness Contradiction(int cell) =>
        At(AttackCodes.Contradiction, cell, $"No value of {measure} is left for {places.Describe(cell)}.");

    private Witness At(Codes.Code code, int cell, FormattableString text)
    {
        var (table, row) = places.Has(cell) ? places.Of(cell) : (0, 0);
        var place = string.Create(CultureInfo.InvariantCulture, $"{published.Tables[table].Name}, row {row + 1}");
        return new Witness(code, place, FormattableString.Invariant(text)) { Table = table, Row = row };
    }

    // Bounded from above, what is added stands at its most and what is taken away at its least; from below, the reverse.
    private FormattableString Text(int cell, int sign, WitnessValue value, BigInteger denominator, List<WitnessTerm> terms)
    {
        var text = new StringBuilder();
        foreach (var term in terms.Take(TermsInText))
        {
            var size = BigInteger.Abs(term.Coefficient);
            text.Append(term.Coefficient.Sign < 0 ? "− " : "+ ").Append(size.IsOne ? "" : string.Create(CultureInfo.InvariantCulture, $"{size} × "));
            text.Append(term.Cell).Append(term.Coefficient.Sign * sign > 0 ? " at most " : " at least ");
        }

        text.Append(terms.Count > TermsInText ? string.Create(CultureInfo.InvariantCulture, $"and {terms.Count - TermsInText} more cells ") : "");
        text.Append(denominator.IsOne ? "" : string.Create(CultureInfo.InvariantCulture, $"all divided by {denominator} "));
        return $"{places.Describe(cell)}, {measure} is {(sign > 0 ? "at most" : "at least")} {DecimalText.Of(value)}: {text.ToString().TrimEnd()}.";
    }
}
