using System.Globalization;
using Publish.Attacks.Tables;
using Publish.Codes;

namespace Publish.Attacks.Results;

/// <summary>Counts breaches and keeps the first of them.</summary>
internal sealed class WitnessLog
{
    private const int Kept = 100;

    private readonly List<Witness> _witnesses = [];

    /// <summary>How many breaches were found.</summary>
    public long Found { get; private set; }

    /// <summary>Notes a breach at a row of a table.</summary>
    public void Add(Code code, IReadOnlyList<PublishedTable> tables, int table, int row, FormattableString text)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{tables[table].Name}, row {row + 1}");
        Add(code, place, FormattableString.Invariant(text), table, row);
    }

    /// <summary>Notes a breach at another place.</summary>
    public void Add(Code code, string place, string text, int table = -1, int row = -1)
    {
        Found++;
        if (_witnesses.Count < Kept)
        {
            _witnesses.Add(new Witness(code, place, text) { Table = table, Row = row });
        }
    }

    /// <summary>Notes a breach with the published cells and the arithmetic that show it.</summary>
    public void Add(
        Code code,
        IReadOnlyList<PublishedTable> tables,
        (int Table, int Row) at,
        FormattableString text,
        IReadOnlyList<WitnessTerm> terms,
        IReadOnlyList<WitnessValue> values)
    {
        Add(code, tables, at.Table, at.Row, text);
        if (Found <= Kept)
        {
            _witnesses[^1] = _witnesses[^1] with { Terms = terms, Values = values };
        }
    }

    /// <summary>Notes what another attack found.</summary>
    /// <param name="found">How many breaches.</param>
    /// <param name="witnesses">The first of them.</param>
    public void Add(long found, IEnumerable<Witness> witnesses)
    {
        Found += found;
        _witnesses.AddRange(witnesses.Take(Kept - _witnesses.Count));
    }

    /// <summary>The result: broken when anything was noted.</summary>
    public AttackResult Result(string attack, long examined, string unit, params IReadOnlyList<AttackFigure> figures) =>
        new(attack, Found == 0 ? AttackVerdict.Withstood : AttackVerdict.Broken, examined, unit, Found, _witnesses, figures);
}
