using System.Text;
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
        foreach (var file in reading.Policy.Files)
        {
            files[file] = ReadFile(Path.Combine(folder, file), file);
        }

        return (reading.Policy, files);
    }

    /// <summary>Applies the admission rules.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="files">The bytes of every file it is made of.</param>
    /// <param name="request">The run.</param>
    /// <param name="today">The day the upload was received.</param>
    /// <returns>The admitted upload.</returns>
    /// <exception cref="StopException">A rule refuses it.</exception>
    public static AdmittedUpload Admit(
        Policy policy, IReadOnlyDictionary<string, byte[]> files, RunRequest request, DateOnly today)
    {
        var findings = AdmissionRules.Check(policy, today, request.Entry?.Agency ?? policy.Agency, request.Entry?.Dataset ?? policy.Dataset, request.Edition);
        if (findings.Count > 0)
        {
            throw new StopException(Verdict.Rejected, findings);
        }

        var name = Path.GetFileName(request.PolicyPath);
        var digest = PolicyDigest.Of(
            files[name], files.Where(f => f.Key != name).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
        return new AdmittedUpload(
            policy, digest, request.Edition, LevelsFile.ReadAll(policy, files), policy.Agreement!.Retention!.DeletionDate(today))
        {
            Perturbation = PerturbationAdmission.Of(policy, files, request.Secrets),
        };
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
