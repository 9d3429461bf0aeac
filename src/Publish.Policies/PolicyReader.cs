using System.Text;
using Publish.Codes;
using Publish.Policies.Checks;
using Publish.Policies.Format;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies;

/// <summary>
/// Reads a policy and checks everything that needs neither clock nor data. All that is wrong is found at once, each with
/// its line and column; a finding that would only follow from another one is left out.
/// </summary>
public static class PolicyReader
{
    /// <summary>The longest policy: 1,048,576 bytes, or as many UTF-16 code units where a text is read. Memory is bounded by it.</summary>
    public const int MaximumLength = 1 << 20;

    /// <summary>Reads a policy's file. Nothing in its content makes it throw.</summary>
    /// <param name="content">The file's bytes: UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">The file's name, as it is shown to people.</param>
    /// <returns>The policy, or everything that is wrong with it.</returns>
    public static PolicyReading Read(ReadOnlySpan<byte> content, string fileName)
    {
        if (content.Length > MaximumLength)
        {
            return Refused(PolicyCodes.TooLarge, fileName);
        }

        try
        {
            return Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content), fileName);
        }
        catch (DecoderFallbackException)
        {
            return Refused(PolicyCodes.Encoding, fileName);
        }
    }

    /// <summary>Reads a policy's text. Nothing in it makes it throw.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="fileName">The file's name, as it is shown to people.</param>
    /// <returns>The policy, or everything that is wrong with it.</returns>
    public static PolicyReading Read(string yaml, string fileName)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(fileName);
        if (yaml.Length > MaximumLength)
        {
            return Refused(PolicyCodes.TooLarge, fileName);
        }

        var log = new ReadingLog(fileName);
        if (YamlLoader.Load(yaml.TrimStart('\uFEFF'), log) is not { } document)
        {
            return new PolicyReading(null, log.Findings());
        }

        PolicyFormat.Root.CheckAny(document, "", (document.Line, document.Column), log);
        var policy = PolicyBinder.Bind(new Section(document, ""), log);
        PolicyChecks.Check(policy, log);
        return new PolicyReading(log.IsClean ? policy : null, log.Findings());
    }

    private static PolicyReading Refused(Code code, string fileName) => new(null, [new Finding(code, fileName)]);
}
