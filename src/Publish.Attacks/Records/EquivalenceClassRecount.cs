using System.Globalization;
using Publish.Attacks.Results;

namespace Publish.Attacks.Records;

/// <summary>
/// Counts the classes of a records release from its key columns anew: the smallest class, the diversity of every
/// sensitive column, and the columns themselves. Without respondents a record counts as one respondent; with them
/// (the private audit) k and diversity are of distinct respondents, a respondent counting once for each value it has.
/// </summary>
/// <param name="records">The release.</param>
/// <param name="promises">What it promises.</param>
/// <param name="respondents">One respondent a record (−1 for none, which adds nothing to k), or <see langword="null"/>.</param>
public sealed class EquivalenceClassRecount(
    PublishedRecords records, RecordPromises promises, IReadOnlyList<int>? respondents = null) : IAttack
{
    private readonly WitnessLog _log = new();

    /// <inheritdoc/>
    public string Name => "equivalence-classes";

    /// <inheritdoc/>
    public string Knows => respondents is null
        ? "The published records, and the key variables of the respondents."
        : "The published records and whose they are; this is the auditor, not an intruder.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        CheckColumns();
        var classes = RecordClasses.Of(records);
        var sizes = classes.Respondents(respondents);
        for (var group = 0; group < sizes.Length; group++)
        {
            if (sizes[group] < promises.K)
            {
                Report(AttackCodes.ClassSize, classes.FirstRow(group), $"The class of {classes.Describe(group)} has {sizes[group]} respondents, fewer than {promises.K}.");
            }
        }

        List<AttackFigure> figures = [new("classes", sizes.Length)];
        if (sizes.Length > 0)
        {
            figures.Add(new AttackFigure("respondents of the smallest class", sizes.Min()));
        }

        foreach (var column in records.Sensitive)
        {
            figures.AddRange(CheckColumn(classes, column));
        }

        return _log.Result(Name, records.Rows, "records", figures);
    }

    private void CheckColumns()
    {
        var allowed = promises.Columns.ToHashSet(StringComparer.Ordinal);
        var unexpected = records.Columns.Index().Where(column => !allowed.Contains(column.Item)).Select(column => column.Index + 1).ToList();
        var missing = promises.Columns.Except(records.Columns, StringComparer.Ordinal).ToList();
        if (unexpected.Count > 0)
        {
            _log.Add(AttackCodes.Columns, records.Name, $"Not released by the policy: the columns at positions {string.Join(", ", unexpected)}.");
        }

        if (missing.Count > 0)
        {
            _log.Add(AttackCodes.Columns, records.Name, $"Released by the policy and missing: {string.Join(", ", missing)}.");
        }
    }

    private List<AttackFigure> CheckColumn(RecordClasses classes, PublishedColumn column)
    {
        var promise = promises.Diversity.FirstOrDefault(candidate => candidate.Column == column.Name) ?? new DiversityPromise(column.Name);
        var homogeneous = 0;
        var least = (Distinct: int.MaxValue, Entropy: double.PositiveInfinity);
        foreach (var (group, frequencies) in classes.Frequencies(column, respondents).Index().Where(each => each.Item.Length > 0))
        {
            var diversity = new ClassDiversity(frequencies);
            least = (Math.Min(least.Distinct, diversity.Distinct), Math.Min(least.Entropy, diversity.EffectiveValues));
            if (!diversity.Keeps(promise))
            {
                Report(AttackCodes.Diversity, classes.FirstRow(group), $"The class of {classes.Describe(group)} has {diversity.Distinct} values of {column.Name}, as diverse as {diversity.EffectiveValues:0.###} equally frequent ones.");
            }

            homogeneous += diversity.Distinct == 1 ? 1 : 0;
            if (diversity.Distinct == 1 && promises.ForbidsHomogeneity)
            {
                Report(AttackCodes.Homogeneity, classes.FirstRow(group), $"All respondents of the class of {classes.Describe(group)} share one value of {column.Name}.");
            }
        }

        return least.Distinct == int.MaxValue
            ? []
            : [
                new AttackFigure("homogeneous classes of " + column.Name, homogeneous),
                new AttackFigure("fewest distinct values of " + column.Name, least.Distinct),
                new AttackFigure("least exponential of entropy of " + column.Name, least.Entropy),
            ];
    }

    private void Report(Codes.Code code, int row, FormattableString text) =>
        _log.Add(code, string.Create(CultureInfo.InvariantCulture, $"{records.Name}, row {row + 1}"), FormattableString.Invariant(text), 0, row);
}
