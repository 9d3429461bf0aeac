using Publish.Attacks.Editions;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>
/// Calculates suppressed cells from published ones: all tables of an edition as one linear system, a cell at any level
/// being the sum of the cells one published level finer in any key, equal cells of several tables and the margins they
/// share being one. Exact: a cell passes only with a proof over the rationals that it is not determined.
/// </summary>
/// <param name="tables">All tables of the edition that one audience can read.</param>
/// <param name="options">Limits; <see langword="null"/> for the defaults.</param>
public sealed class SolvingAttack(IReadOnlyList<PublishedTable> tables, SolvingOptions? options = null) : IAttack
{
    /// <inheritdoc/>
    public string Name => "solving";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, and that absent combinations are 0.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var limits = options ?? new SolvingOptions();
        var report = new SolvingReport(Name, tables, limits);
        foreach (var family in MeasureFamily.Of(tables))
        {
            var edition = new EditionCells([.. family.Tables.Select(table => tables[table])]);
            report.Add(new PublishedSystem(edition, family));
        }

        return report.Result();
    }
}
