using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>
/// The solving attack of an intruder who also knows which joint combinations of all keys are not empty, such as how
/// two geographies overlap: each cell is the sum of its joint classes. Finds differences between groupings that do not
/// nest, and everything <see cref="SolvingAttack"/> finds.
/// </summary>
/// <param name="published">All tables of the edition that one audience can read.</param>
/// <param name="classes">The joint classes; only their levels are looked at.</param>
/// <param name="options">Limits; <see langword="null"/> for the defaults.</param>
/// <param name="proven">Cells that need not be tried; <see langword="null"/> for none.</param>
public sealed class JointClassAttack(
    PublishedEdition published, CountedClasses classes, SolvingOptions? options = null, ProvenCells? proven = null) : IAttack
{
    /// <summary>Attacks tables by themselves.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="classes">The joint classes.</param>
    /// <param name="options">Limits; <see langword="null"/> for the defaults.</param>
    public JointClassAttack(IReadOnlyList<PublishedTable> tables, CountedClasses classes, SolvingOptions? options = null)
        : this(new PublishedEdition(tables), classes, options)
    {
    }

    /// <inheritdoc/>
    public string Name => "joint-classes";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, and which joint combinations of the keys occur.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var report = new SolvingReport(Name, published.Tables, options ?? new SolvingOptions());
        foreach (var family in published.Families)
        {
            var layout = published.Layout(family.Tables);
            var edition = layout.Cells;
            if (SolvingReport.IsProven(edition, proven?.Of(family)))
            {
                continue;
            }

            var incidence = ClassIncidence.Of(edition, classes);
            var system = new PublishedSystem(layout, family, incidence.Classes);
            foreach (var (cell, members) in incidence.Members)
            {
                system.AddSum(edition.SetOf(cell), cell, [.. members.Select(member => edition.Count + member)]);
            }

            report.Add(system, proven?.Of(family));
        }

        return report.Result();
    }
}
