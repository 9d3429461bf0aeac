using Publish.Attacks.Editions;
using Publish.Attacks.Proofs;
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
    private readonly HashSet<(string Release, string Column)> _neverNegative;

    private AuditorKnowledge(Policy policy, GroupedUpload upload, ProtectedUpload protectedUpload)
    {
        (_policy, _upload, _protectedUpload) = (policy, upload, protectedUpload);
        _neverNegative = [.. protectedUpload.Tables.SelectMany(table => RequiredIntervals.Sums(table.Plan, table.Table)
            .Where(name => IsNeverNegative(table.Plan, name))
            .Select(name => (table.Plan.Release.Name, name)))];
    }

    /// <summary>Gathers what the auditor knows.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="upload">The grouped upload.</param>
    /// <param name="protectedUpload">What protection decided and offers.</param>
    public static AuditorKnowledge Of(Policy policy, GroupedUpload upload, ProtectedUpload protectedUpload) =>
        new(policy, upload, protectedUpload);

    /// <summary>
    /// Whether everyone may know that no contribution to a published sum is negative: where a rule asks an interval of it,
    /// and the policy's column has no negative values or the upload has none.
    /// </summary>
    /// <param name="release">The release.</param>
    /// <param name="column">The published column.</param>
    public bool IsNeverNegative(string release, string column) => _neverNegative.Contains((release, column));

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

    private bool IsNeverNegative(TablePlan plan, string name)
    {
        var index = plan.Release.Measures.Index().First(measure => measure.Item.Name == name).Index;
        return _policy.Column(plan.Release.Measures[index].Column!)!.Minimum >= 0
            || Array.TrueForAll(_upload.Classes.Sums[plan.Request.Measures[plan.MeasureOf[index]].Sum], sum => sum >= 0);
    }
}
