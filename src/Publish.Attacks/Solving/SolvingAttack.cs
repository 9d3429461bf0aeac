using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>
/// Calculates suppressed cells from published ones: all tables of an edition as one linear system, a cell at any level
/// being the sum of the cells one published level finer in any key, equal cells of several tables and the margins they
/// share being one. Exact: a cell passes only with a proof over the rationals that it is not determined.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="options">Limits; <see langword="null"/> for the defaults.</param>
/// <param name="proven">Cells that need not be tried; <see langword="null"/> for none.</param>
public sealed class SolvingAttack(PublishedEdition published, SolvingOptions? options = null, ProvenCells? proven = null) : IAttack
{
    /// <summary>Attacks tables by themselves.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="options">Limits; <see langword="null"/> for the defaults.</param>
    public SolvingAttack(IReadOnlyList<PublishedTable> tables, SolvingOptions? options = null)
        : this(new PublishedEdition(tables), options)
    {
    }

    /// <inheritdoc/>
    public string Name => "solving";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, and that absent combinations are 0.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var limits = options ?? new SolvingOptions();
        var report = new SolvingReport(Name, published.Tables, limits);
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            if (!SolvingReport.IsProven(layout.Cells, proven?.Of(family)))
            {
                report.Add(new PublishedSystem(layout, family), proven?.Of(family));
            }
        }

        return report.Result();
    }
}
