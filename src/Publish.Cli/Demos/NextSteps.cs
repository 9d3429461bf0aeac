using Publish.Cli.Running;
using Publish.Cli.Terminals;
using Publish.Pipeline;

namespace Publish.Cli.Demos;

/// <summary>How the demo ended, and what a person can do next.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="folder">The folder of the demo.</param>
internal sealed class NextSteps(Terminal terminal, OpenDataFolder folder)
{
    /// <summary>Says both.</summary>
    /// <param name="outcomes">How the uploads ended.</param>
    public void Write(IReadOnlyList<DemoOutcome> outcomes)
    {
        terminal.Say();
        if (outcomes.All(outcome => outcome.IsExpected))
        {
            terminal.Say(Conclusion(outcomes), Ink.Good);
        }
        else
        {
            terminal.Say("Not all went as it should.", Ink.Warning);
            terminal.Say("A folder holds the demo of one seed: for another seed, or after changing a policy, name another folder with --to.");
        }

        Open(outcomes);
        Try(outcomes);
    }

    private static string Conclusion(IReadOnlyList<DemoOutcome> outcomes)
    {
        var accepted = outcomes.Count(outcome => outcome.Receipt.Verdict == Verdict.Accepted);
        var rejected = outcomes.Count - accepted;
        return $"All went as it should: {accepted} files published, {rejected} with faults rejected, and no attack found anything.";
    }

    private void Open(IReadOnlyList<DemoOutcome> outcomes)
    {
        var published = outcomes.SelectMany(outcome => outcome.Receipt.Published?.Places ?? []).FirstOrDefault();
        if (published is null)
        {
            return;
        }

        var version = Path.Combine(folder.FolderOf(published.Audience), published.Folder);
        terminal.Say();
        terminal.Say("Open", Ink.Heading);
        terminal.Say($"  {Path.Combine(folder.FolderOf(published.Audience), "index.html")}");
        terminal.Say("    the web site, in any browser", Ink.Faint);
        if (published.Files.FirstOrDefault(file => file.Name.EndsWith(".csv", StringComparison.Ordinal)) is { } table)
        {
            terminal.Say($"  {Path.Combine(version, table.Name)}");
            terminal.Say("    the table; hidden numbers are empty, and the status column says so", Ink.Faint);
        }

        terminal.Say($"  {Path.Combine(version, "certificate.json")}");
        terminal.Say("    what was promised, and what the attacks measured", Ink.Faint);
        terminal.Say($"  {Path.Combine(folder.PrivateFolder, "receipts")}");
        terminal.Say("    what each agency is told about its file; nobody else sees it", Ink.Faint);
    }

    private void Try(IReadOnlyList<DemoOutcome> outcomes)
    {
        terminal.Say();
        terminal.Say("Try", Ink.Heading);
        terminal.Say($"  publish verify {folder.Root}");
        terminal.Say("    check everything again, with nothing but what was published", Ink.Faint);
        if (outcomes.FirstOrDefault(o => o.Receipt.Verdict == Verdict.Rejected)?.Receipt.Findings is [var finding, ..])
        {
            terminal.Say($"  publish explain {finding.Code}");
            terminal.Say("    what a code means and what to do about it", Ink.Faint);
        }

        terminal.Say("  publish check FILE --policy POLICY.yaml --edition 2026-10");
        terminal.Say("    see what would happen to a file of your own", Ink.Faint);
        terminal.Say();
        terminal.Say("In a clone of the repository, write `dotnet run --project src/Publish.Cli --` for `publish`.", Ink.Faint);
    }
}
