using System.Globalization;
using System.Numerics;
using System.Text;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Results;

/// <summary>
/// A witness's arithmetic by the rows of the files, without a label or a number: what may be told of files that are not
/// published.
/// </summary>
public static class WitnessArithmetic
{
    private const int TermsInText = 12;

    /// <summary>Writes the arithmetic.</summary>
    /// <param name="witness">The witness.</param>
    /// <param name="tables">The tables that were attacked.</param>
    /// <param name="rowsOf">How many rows a table has in its file: what lies behind is a cell without a row. By default all of its own.</param>
    /// <returns><c>row 3 − row 9 − row 12</c>, with the release's name where a row is another table's; empty without terms.</returns>
    public static string Of(Witness witness, IReadOnlyList<PublishedTable> tables, Func<PublishedTable, int>? rowsOf = null)
    {
        ArgumentNullException.ThrowIfNull(witness);
        ArgumentNullException.ThrowIfNull(tables);
        var text = new StringBuilder();
        foreach (var term in witness.Terms.Take(TermsInText))
        {
            var size = BigInteger.Abs(term.Coefficient);
            text.Append(term.Coefficient.Sign < 0 ? (text.Length == 0 ? "−" : " − ") : text.Length == 0 ? "" : " + ");
            text.Append(size.IsOne ? "" : string.Create(CultureInfo.InvariantCulture, $"{size} × "));
            text.Append(term.Table == witness.Table ? "" : tables[term.Table].Name + " ");
            text.Append(term.Row < (rowsOf ?? (table => table.Rows))(tables[term.Table])
                ? string.Create(CultureInfo.InvariantCulture, $"row {term.Row + 1}")
                : "a cell without a row");
        }

        if (witness.Terms.Count > TermsInText)
        {
            text.Append(CultureInfo.InvariantCulture, $" and {witness.Terms.Count - TermsInText} more rows");
        }

        return witness.Denominator.IsOne || text.Length == 0
            ? text.ToString()
            : string.Create(CultureInfo.InvariantCulture, $"({text}) / {witness.Denominator}");
    }
}
