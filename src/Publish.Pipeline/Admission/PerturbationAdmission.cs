using Publish.Codes;
using Publish.Disclosure.Perturbation;
using Publish.Policies;

namespace Publish.Pipeline.Admission;

/// <summary>Readies the perturbation a policy asks for: its secret key and its perturbation table.</summary>
internal static class PerturbationAdmission
{
    /// <summary>Readies it.</summary>
    /// <param name="policy">The policy, whose tables are all perturbed alike.</param>
    /// <param name="files">The bytes of every file the policy is made of.</param>
    /// <param name="secrets">The secrets of the run.</param>
    /// <returns>The perturbation, or <see langword="null"/> where the policy asks for none.</returns>
    /// <exception cref="StopException">A key is missing or short, or the perturbation table is none.</exception>
    public static AdmittedPerturbation? Of(Policy policy, IReadOnlyDictionary<string, byte[]> files, RunSecrets secrets)
    {
        if (policy.Tables.FirstOrDefault(table => table.IsPerturbed) is not { } table)
        {
            return null;
        }

        var secret = (table.CellKey?.Key ?? table.Rounding?.Key) is { } name ? secrets.KeyOf(name, policy.Agency) : [];
        IReadOnlyList<PerturbationRow> lines = table.CellKey is { } cellKey ? LinesOf(cellKey, files[cellKey.Table]) : [];
        return new AdmittedPerturbation(table.Rounding, table.CellKey, secret, lines);
    }

    private static IReadOnlyList<PerturbationRow> LinesOf(CellKeyPolicy cellKey, byte[] bytes)
    {
        var lines = PerturbationFile.Read(cellKey.Table, bytes);
        var findings = PerturbationTable.Check(lines, cellKey.AllowBias);
        if (lines.Any(line => line.Noise != decimal.Truncate(line.Noise)))
        {
            findings = [.. findings, new Finding(PerturbationCodes.NotWhole, "")];
        }

        if (findings.Count == 0 && cellKey.Repeats > lines.Max(line => line.Count))
        {
            findings = [new Finding(PerturbationCodes.MissingCount, "", "The table has fewer counts than are to repeat.")];
        }

        return findings.Count == 0
            ? lines
            : throw new StopException(
                Verdict.Rejected, findings.Select(f => f with { Place = $"{cellKey.Table}, {f.Place}".TrimEnd(' ', ',') }));
    }
}
