using Publish.Attacks.Editions;
using Publish.Attacks.Recounts;
using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Solving;

/// <summary>
/// The solving attack of an intruder who also knows which joint combinations of all keys are not empty, such as how
/// two geographies overlap: each cell is the sum of its joint classes. Finds differences between groupings that do not
/// nest, and everything <see cref="SolvingAttack"/> finds.
/// </summary>
/// <param name="tables">All tables of the edition that one audience can read.</param>
/// <param name="classes">The joint classes; only their levels are looked at.</param>
/// <param name="options">Limits; <see langword="null"/> for the defaults.</param>
public sealed class JointClassAttack(
    IReadOnlyList<PublishedTable> tables, CountedClasses classes, SolvingOptions? options = null) : IAttack
{
    /// <inheritdoc/>
    public string Name => "joint-classes";

    /// <inheritdoc/>
    public string Knows => "All published cells of all tables of the edition, and which joint combinations of the keys occur.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var report = new SolvingReport(Name, tables, options ?? new SolvingOptions());
        foreach (var family in MeasureFamily.Of(tables))
        {
            var edition = new EditionCells([.. family.Tables.Select(table => tables[table])]);
            var incidence = ClassIncidence.Of(edition, classes);
            var published = new PublishedSystem(edition, family, incidence.Classes);
            foreach (var (cell, members) in incidence.Members)
            {
                published.AddSum(edition.SetOf(cell), cell, [.. members.Select(member => edition.Count + member)]);
            }

            report.Add(published);
        }

        return report.Result();
    }
}
