using Publish.Attacks.Bounds;
using Publish.Attacks.Editions;
using Publish.Attacks.Intervals;
using Publish.Attacks.Proofs;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;

namespace Publish.Attacks.Derived;

/// <summary>
/// Attacks suppressed cells with published means, ratios, shares and quantiles: a share times its total is a count, a ratio
/// times its denominator a sum, to within rounding. What follows of each sum and count that a table does not publish itself
/// is added to the table, exactly where rounding leaves one value and as an interval elsewhere, and then attacked as if it
/// were published: solved, bounded, and held against the intervals that rules ask for. A derived number that is made of a
/// suppressed cell is a breach by itself.
/// </summary>
/// <remarks>
/// Cells that follow from the published pattern alone, whatever is published of them, are the solving attack's to find.
/// </remarks>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="requirements">
/// How uncertain suppressed cells must stay; of quantities that a table does not publish too. None for one who has the files alone.
/// </param>
/// <param name="classes">Which joint classes there are, for the intruder who knows; <see langword="null"/> for the one who has the files alone.</param>
/// <param name="prove">Checks the moves that are offered as proof against tables; <see langword="null"/> for none.</param>
/// <param name="options">What the public knows, and limits; <see langword="null"/> for the defaults.</param>
public sealed class DerivedMeasuresAttack(
    PublishedEdition published,
    IReadOnlyList<IntervalRequirement>? requirements = null,
    CountedClasses? classes = null,
    Func<PublishedEdition, ProvenCells?>? prove = null,
    IntervalOptions? options = null) : IAttack
{
    private readonly IntervalOptions _options = options ?? new IntervalOptions();
    private readonly IReadOnlyList<IntervalRequirement> _requirements = requirements ?? [];
    private readonly WitnessLog _log = new();
    private bool _isProven = true;

    /// <inheritdoc/>
    public string Name => "derived-measures";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, and how means, ratios, shares and quantiles are made.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var examined = new DerivedNumbers(published).Report(_log);
        var quantities = 0;
        if (examined > 0 && _log.Found == 0)
        {
            var implications = new Implications(published, _options.Public.Rounds);
            quantities = implications.Missing.Count;
            if (implications.Contradiction is { } contradiction)
            {
                Report(contradiction.Quantity, contradiction.Cell);
            }
            else if (quantities > 0)
            {
                Attack(implications);
            }
        }

        var result = _log.Result(Name, examined, "derived numbers", new AttackFigure("quantities worked out", quantities));
        return _isProven || result.Verdict == AttackVerdict.Broken ? result : result with { Verdict = AttackVerdict.NotProven };
    }

    private void Attack(Implications implications)
    {
        var implied = ImpliedTables.Of(published, implications, (_, _) => null);
        var proven = prove?.Invoke(implied);
        Take(new SolvingAttack(ImpliedTables.Of(published, implications, (_, _) => null, family => !IsSolvedAlready(family)), proven: proven).Run());
        Take(new BoundPropagation(implied, _options.Public).Run());
        if (_requirements.Count == 0)
        {
            return;
        }

        // Whoever has the exact numbers knows more than anyone can work out, and the systems are smaller.
        var exact = ImpliedTables.Of(published, implications, TruthOf);
        var result = new IntervalAttack(exact, _requirements, classes, prove?.Invoke(exact), _options).Run();
        Take(result.Verdict == AttackVerdict.Withstood ? result : new IntervalAttack(implied, _requirements, classes, proven, _options).Run());
    }

    // Where another measure is published in all cells of these tables, and adds up, its system has solved what this one can.
    private bool IsSolvedAlready(MeasureFamily family) =>
        published.Families.Any(other => other.Additive.All(additive => additive) && family.Tables.All(other.Tables.Contains));

    private IReadOnlyList<Int128>? TruthOf(int table, string quantity) =>
        _requirements.FirstOrDefault(requirement => requirement.Table == table && requirement.Measure == quantity)?.Values;

    private void Take(AttackResult result)
    {
        _isProven &= result.Verdict != AttackVerdict.NotProven;
        _log.Add(
            result.Found,
            result.Witnesses.Select(witness => witness.Code == AttackCodes.NotProven ? witness : witness with
            {
                Code = AttackCodes.DerivedMeasure,
                Text = witness.Text + " What is not published of this is worked out from means, ratios, shares or quantiles.",
            }));
    }

    private void Report(QuantityKnowledge quantity, int cell)
    {
        var edition = quantity.Layout.Cells;
        var (member, row) = edition.RowOfCell[Math.Min(cell, edition.RowOfCell.Count - 1)];
        _log.Add(AttackCodes.Contradiction, published.Tables, quantity.Tables[member], row, $"No value fits the numbers that are made of {edition.Tables[member].Describe(row)}.");
    }
}
