using System.Globalization;
using Publish.Cli.Terminals;
using Publish.Pipeline;
using Publish.Pipeline.Verification;
using Publish.Portal.Verification;

namespace Publish.Cli.Verifications;

/// <summary>The result of <c>publish verify</c> for a person.</summary>
internal static class VerificationText
{
    /// <summary>Writes the result, a paragraph a version.</summary>
    /// <param name="versions">What was found, by version.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(IReadOnlyList<VersionVerification> versions, Terminal terminal)
    {
        foreach (var version in versions)
        {
            Write(version, terminal);
        }

        if (versions.Count == 0)
        {
            return;
        }

        var verified = versions.Count(version => version.IsVerified);
        terminal.Say(
            verified == versions.Count
                ? $"{Counted(versions.Count)} verified: every promise that files can show is kept."
                : $"{Number(versions.Count - verified)} of {Counted(versions.Count)} NOT verified.",
            verified == versions.Count ? Ink.Good : Ink.Bad);
    }

    /// <summary>Writes what was found of sites, a paragraph a site.</summary>
    /// <param name="sites">What was found, by site.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(IReadOnlyDictionary<string, IReadOnlyList<SiteCheck>> sites, Terminal terminal)
    {
        foreach (var (folder, checks) in sites)
        {
            var isVerified = checks.All(check => check.Findings.Count == 0);
            terminal.Say();
            terminal.Say((isVerified ? "VERIFIED      the site " : "NOT VERIFIED  the site ") + folder, isVerified ? Ink.Good : Ink.Bad);
            foreach (var check in checks)
            {
                terminal.Say($"  {check.Name}: {Number(check.Examined)} examined, {(check.Findings.Count == 0 ? "nothing wrong" : $"{Number(check.Findings.Count)} faults")}");
                foreach (var group in FindingGroup.Of(check.Findings))
                {
                    Write(group, terminal);
                }
            }
        }
    }

    private static void Write(VersionVerification version, Terminal terminal)
    {
        terminal.Say(
            (version.IsVerified ? "VERIFIED      " : "NOT VERIFIED  ") + version.Folder,
            version.IsVerified ? Ink.Good : Ink.Bad);
        if (version.Title is not null)
        {
            terminal.Say("  " + version.Title, Ink.Heading);
        }

        foreach (var check in version.Checks)
        {
            var result = check.Witnesses == 0 ? "nothing wrong" : $"{Number(check.Witnesses)} broken promises";
            terminal.Say($"  {check.Attack}: {Number(check.Examined)} examined, {result}");
        }

        foreach (var group in version.Findings)
        {
            Write(group, terminal);
        }

        foreach (var sentence in version.Attested)
        {
            terminal.Say("  To be believed: " + sentence, Ink.Faint);
        }

        terminal.Say();
    }

    private static void Write(FindingGroup group, Terminal terminal)
    {
        terminal.Say($"  {group.Code.Problem} [{group.Code.Id}, {Number(group.Count)}×]", Ink.Bad);
        foreach (var finding in group.First)
        {
            var parts = new[] { finding.Place, finding.Detail }.Where(part => !string.IsNullOrEmpty(part));
            terminal.Say("    - " + string.Join(": ", parts));
        }

        terminal.Say("    Remedy: " + group.Code.Remedy);
    }

    private static string Counted(int versions) => versions == 1 ? "1 version" : Number(versions) + " versions";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
