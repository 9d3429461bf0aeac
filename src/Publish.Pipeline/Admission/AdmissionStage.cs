using System.Security.Cryptography;
using System.Text;
using Publish.Codes;
using Publish.Policies;

namespace Publish.Pipeline.Admission;

/// <summary>Reads the policy and asks its agreement whether the upload may be taken in.</summary>
internal static class AdmissionStage
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a policy and the files it names.</summary>
    /// <param name="request">The run.</param>
    /// <returns>The policy, and the bytes of every file it is made of.</returns>
    /// <exception cref="StopException">A file is missing, or the policy has faults.</exception>
    public static (Policy Policy, IReadOnlyDictionary<string, byte[]> Files) ReadPolicy(RunRequest request)
    {
        var name = Path.GetFileName(request.PolicyPath);
        var bytes = ReadFile(request.PolicyPath, name);
        var reading = PolicyReader.Read(TextOf(bytes, name), name);
        if (!reading.IsRight)
        {
            throw new StopException(Verdict.Rejected, reading.Findings);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(request.PolicyPath))!;
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [name] = bytes };
        foreach (var file in reading.Policy.HierarchyFiles)
        {
            files[file] = ReadFile(Path.Combine(folder, file), file);
        }

        return (reading.Policy, files);
    }

    /// <summary>Applies the admission rules.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="files">The bytes of every file it is made of.</param>
    /// <param name="edition">The edition, as asked for.</param>
    /// <param name="today">The day the upload was received.</param>
    /// <returns>The admitted upload.</returns>
    /// <exception cref="StopException">A rule refuses it.</exception>
    public static AdmittedUpload Admit(
        Policy policy, IReadOnlyDictionary<string, byte[]> files, string edition, DateOnly today)
    {
        var findings = new List<Finding>(AdmissionRules.Check(policy, today));
        if (!Names.IsEdition(edition))
        {
            findings.Add(new Finding(AdmissionCodes.EditionName, ""));
        }

        if (findings.Count > 0)
        {
            throw new StopException(Verdict.Rejected, findings);
        }

        return new AdmittedUpload(
            policy, DigestOf(files), edition, LevelsFile.ReadAll(policy, files), policy.Agreement!.Retention!.DeletionDate(today));
    }

    // The policy's own file name does not count: a renamed policy is the same policy.
    private static string DigestOf(IReadOnlyDictionary<string, byte[]> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in files.Values)
        {
            digest.AppendData(SHA256.HashData(bytes));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static byte[] ReadFile(string path, string name)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(Verdict.Rejected, AdmissionCodes.PolicyNotFound, name);
        }
    }

    private static string TextOf(byte[] bytes, string name)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new StopException(Verdict.Rejected, AdmissionCodes.PolicyNotText, name);
        }
    }
}
