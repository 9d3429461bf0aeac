using Publish.Attacks.Results;
using Publish.Attacks.Versions;
using Publish.Codes;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Corrections;

/// <summary>Attacks a correction with the version that it supersedes, as a reader who has both would.</summary>
/// <param name="examination">Takes what is found.</param>
/// <param name="superseded">The version that readers have.</param>
/// <param name="protectedUpload">What protection decided: only its plans are used.</param>
internal sealed class CorrectionAudit(PublicExamination examination, SupersededVersion superseded, ProtectedUpload protectedUpload)
{
    /// <summary>Attacks.</summary>
    /// <param name="connection">A connection that may read both versions.</param>
    /// <param name="protectsRows">Whether each record is a respondent.</param>
    /// <param name="cancellation">Stops the attack.</param>
    /// <returns>Whether it is proven that the difference tells nothing; what it does tell is noted.</returns>
    public bool Run(DuckConnection connection, bool protectsRows, CancellationToken cancellation)
    {
        var names = examination.Versions.SelectMany(version => version.Certificate.Releases).Select(Shape).Order(StringComparer.Ordinal);
        if (!names.SequenceEqual(superseded.Releases.Values.Select(each => Shape(each.Release)).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            examination.Note("version-differences", 1, [new Finding(CorrectionCodes.OtherReleases, "")]);
            return true;
        }

        return AttackTables() & CompareRecords(connection, protectsRows, cancellation);
    }

    // Columns of records are compared by their place; those of tables the attack compares itself.
    private static string Shape(CertifiedRelease release) => release.Kind == "table"
        ? release.Name
        : string.Join('\0', release.Keys.Select(key => key.Name).Concat(release.Columns.Select(column => column.Name)).Prepend(release.Name));

    private bool AttackTables()
    {
        if (protectedUpload.Tables.Count == 0)
        {
            return true;
        }

        var attack = new VersionDifferenceAttack(
            [.. protectedUpload.Tables.Select(table => table.Plan.Release.Name).Select(name => (superseded.Tables[name], examination.Tables[name]))],
            protectedUpload.Tables.Max(table => table.Plan.Release.Threshold));
        var result = attack.Run();
        examination.Note(attack, result with { Verdict = result.Verdict == AttackVerdict.NotProven ? AttackVerdict.Withstood : result.Verdict });
        return result.Verdict != AttackVerdict.NotProven;
    }

    private bool CompareRecords(DuckConnection connection, bool protectsRows, CancellationToken cancellation)
    {
        var isChanged = false;
        foreach (var records in protectedUpload.Records)
        {
            var name = records.Plan.Release.Name;
            var (release, folder) = superseded.Releases[name];
            var now = examination.Versions.First(version => version.Certificate.Releases.Any(each => each.Name == name)).Folder;
            var difference = new RecordsDifference(
                Path.Combine(folder, name + StagedVersion.ParquetEnding),
                Path.Combine(now, name + StagedVersion.ParquetEnding),
                [.. release.Keys.Select(key => key.Name)]);
            var (changed, few) = difference.Count(connection, records.Plan.Release.K, cancellation);
            examination.Note("version-differences", changed, few == 0 ? [] : [new Finding(CorrectionCodes.FewRecordsChanged, $"release {name}")]);
            isChanged |= changed > 0;
        }

        // Where respondents have several records, so many records need not be so many people; and those that came or went in a
        // class may be alike, whatever the whole class is.
        return !isChanged || (protectsRows && protectedUpload.Records.All(records => records.Plan.Release.Diversity.Count == 0));
    }
}
