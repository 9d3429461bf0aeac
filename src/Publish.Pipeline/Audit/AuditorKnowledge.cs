using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
using Publish.Attacks.Recounts;
using Publish.Attacks.Tables;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Validation;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>What the auditor knows and a reader of the files need not: the upload, the policy, and what protection offers as proof.</summary>
internal sealed class AuditorKnowledge
{
    private readonly Policy _policy;
    private readonly GroupedUpload _upload;
    private readonly ProtectedUpload _protectedUpload;
    private readonly HashSet<string> _neverNegative;

    private AuditorKnowledge(Policy policy, GroupedUpload upload, ProtectedUpload protectedUpload)
    {
        (_policy, _upload, _protectedUpload) = (policy, upload, protectedUpload);
        _neverNegative = [.. protectedUpload.Tables.SelectMany(table => RequiredIntervals.Sums(table.Plan)
            .Where(sum => IsNeverNegative(table.Plan, sum.Measure))
            .Select(sum => sum.Name))];
    }

    /// <summary>Gathers what the auditor knows.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="protectedUpload">What protection decided and offers.</param>
    public static AuditorKnowledge Of(Policy policy, GroupedUpload upload, ProtectedUpload protectedUpload) =>
        new(policy, upload, protectedUpload);

    /// <summary>
    /// Whether everyone may know that no contribution to a sum is negative: where a rule asks an interval of it in any table,
    /// and the policy's column has no negative values or the upload has none.
    /// </summary>
    /// <param name="column">The sum, by the column that publishes it.</param>
    public bool IsNeverNegative(string column) => _neverNegative.Contains(column);

    /// <summary>How a published column is made.</summary>
    /// <param name="release">The release.</param>
    /// <param name="column">The column.</param>
    /// <returns>The formula; <see langword="null"/> for counts and sums.</returns>
    public MeasureFormula? FormulaOf(string release, string column)
    {
        var measures = _protectedUpload.Tables.First(table => table.Plan.Release.Name == release).Plan.Release.Measures;
        return measures.FirstOrDefault(measure => measure.Name == column) is { } measure
            ? PublishedFormulas.Of(measure, _policy, IsNeverNegative)
            : null;
    }

    /// <summary>The cells that what protection offers proves to be uncertain, once each proof is checked.</summary>
    /// <param name="edition">The tables as read back.</param>
    public ProvenCells? Prove(PublishedEdition edition)
    {
        if (_protectedUpload.Proof is not { Moves.Classes.Length: > 0 } proof)
        {
            return null;
        }

        var (classes, moves) = OfferedProof.Of(_upload, proof, [.. _protectedUpload.Tables.Select(table => table.Plan)], _policy);
        return new ProvenCells(edition, classes, moves);
    }

    /// <summary>
    /// The joint classes of all tables and the combinations that nobody is in but that rows are listed for, each with the
    /// respondents who are in no other; <see langword="null"/> where there is no table.
    /// </summary>
    public CountedClasses? ListedClasses() => _protectedUpload.Proof is { } proof
        ? OfferedProof.Of(_upload, proof, [.. _protectedUpload.Tables.Select(table => table.Plan)], _policy).Classes
        : null;

    private bool IsNeverNegative(TablePlan plan, int measure)
    {
        var sum = plan.Request.Measures[measure].Sum;
        return _policy.Columns[_upload.Plan.Measures[sum]].Minimum >= 0 || Array.TrueForAll(_upload.Classes.Sums[sum], value => value >= 0);
    }
}
