using System.Security.Cryptography;
using System.Text;
using Publish.Disclosure.Perturbation;
using Publish.Pipeline.Admission;

namespace Publish.Pipeline;

/// <summary>
/// The secret keys that policies name, from where the shell keeps its settings. A key is looked up when a policy asks for
/// it, and is never written, logged or made part of a message.
/// </summary>
/// <param name="settings">The value of a setting by its name, in Base64; <see langword="null"/> where there is none.</param>
public sealed class RunSecrets(Func<string, string?> settings)
{
    /// <summary>What the names of settings that hold keys begin with.</summary>
    public const string Prefix = "PUBLISH_SECRET_";

    /// <summary>No secrets: enough for policies that name none.</summary>
    public static RunSecrets None { get; } = new(_ => null);

    /// <summary>The setting of a key: <c>PUBLISH_SECRET_CENSUS_KEY</c> for <c>census-key</c>.</summary>
    /// <param name="name">The key's name in policies, which has no underscore: no two keys share a setting.</param>
    public static string SettingOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Prefix + name.ToUpperInvariant().Replace('-', '_');
    }

    /// <summary>
    /// An agency's own key, derived from the one that is kept as NIST SP 800-108 derives keys (HMAC-SHA-256 of a label and a
    /// context): a policy of another agency that names the same key learns nothing of this agency's noise.
    /// </summary>
    /// <param name="name">The key's name in the agency's policy.</param>
    /// <param name="agency">The agency.</param>
    /// <returns>32 bytes; the same for the same key and agency, whatever the dataset and edition.</returns>
    /// <exception cref="StopException">The key is missing, not Base64, or shorter than <see cref="SecretKey.LeastBytes"/>.</exception>
    internal byte[] KeyOf(string name, string agency)
    {
        var place = $"key {name}";
        var text = settings(SettingOf(name));
        if (string.IsNullOrEmpty(text))
        {
            throw new StopException(Verdict.Held, AdmissionCodes.SecretMissing, place);
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var count))
        {
            throw new StopException(Verdict.Held, AdmissionCodes.SecretUnreadable, place);
        }

        return count >= SecretKey.LeastBytes
            ? HMACSHA256.HashData(bytes.AsSpan(0, count), Encoding.UTF8.GetBytes("publish perturbation key\0" + agency))
            : throw new StopException(Verdict.Held, AdmissionCodes.SecretTooShort, place);
    }

    /// <summary>Says nothing of what is inside.</summary>
    public override string ToString() => nameof(RunSecrets);
}
