using System.Globalization;
using Publish.Cli.Running;
using Publish.Cli.Terminals;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;
using Publish.Policies.Hierarchies;

namespace Publish.Cli.Demos;

/// <summary>What the demo did, in words a person understands.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="folder">The folder of the demo.</param>
internal sealed class DemoText(Terminal terminal, OpenDataFolder folder)
{
    /// <summary>Says how one upload ended.</summary>
    /// <param name="outcome">How it ended.</param>
    public void Write(DemoOutcome outcome)
    {
        var receipt = outcome.Receipt;
        terminal.Say();
        terminal.Say($"{outcome.Upload.Sample.Title}, {outcome.Upload.Edition}", Ink.Heading);
        CameIn(outcome);
        Hidden(receipt);
        Attacked(receipt);
        Published(receipt);
        if (receipt.Verdict != Verdict.Accepted)
        {
            NotPublished(outcome);
        }
    }

    private void CameIn(DemoOutcome outcome)
    {
        Line("came in", outcome.Upload.FileName);
        if (outcome.Receipt.Upload is { } upload)
        {
            Line("", $"{Number(upload.Rows)} rows, {ByteSize.Show(upload.Bytes)} ({upload.Format})");
        }
    }

    private void Hidden(Receipt receipt)
    {
        foreach (var table in receipt.Tables)
        {
            var hidden = table.Primary + table.Shields;
            Line("hidden", $"{Number(hidden)} of {Number(table.Cells)} cells of the table '{table.Release}':");
            foreach (var rule in table.Rules.Where((rule, i) => i == 0 || rule.Cells > 0))
            {
                Line("", $"{Number(rule.Cells)} since {rule.Reason},");
            }

            Line("", $"{Number(table.Shields)} more so that nobody can work those out from the rest");
        }

        foreach (var records in receipt.Records)
        {
            var all = records.RowsPublished + records.RowsSuppressed;
            Line("hidden", $"{Number(records.RowsSuppressed)} of {Number(all)} rows of the records '{records.Release}';");
            Line("", $"in the others, everyone looks like at least {Number(records.K - 1)} more:");
            foreach (var (key, level) in records.Levels)
            {
                Line("", "- " + LevelOf(key, level));
            }
        }
    }

    private static string LevelOf(string key, string level) =>
        level == key ? $"{key} as it came in"
        : level == HierarchyPolicy.All ? $"{key} left out"
        : $"{key} only as {level}";

    private void Attacked(Receipt receipt)
    {
        if (receipt.Audit.Count == 0)
        {
            return;
        }

        var found = receipt.Audit.Sum(attack => attack.Witnesses);
        Line(
            "attacked",
            $"{Number(receipt.Audit.Count)} attacks on the files as written, {Number(receipt.Audit.Sum(a => a.Examined))} cells, rows and sums examined: "
            + (found == 0 ? "nothing found" : $"{Number(found)} broken promises"),
            found == 0 ? Ink.Good : Ink.Bad);
    }

    private void Published(Receipt receipt)
    {
        if (receipt.Published is not { } published)
        {
            return;
        }

        var before = published.Before ? "; an earlier run had published the same, so nothing changed" : "";
        foreach (var place in published.Places)
        {
            var size = ByteSize.Show(place.Files.Sum(file => file.Bytes));
            Line("published", $"{Number(place.Files.Count)} files, {size}, for {AudienceOf(place)}{before}", Ink.Good);
            Line("", Path.Combine(folder.FolderOf(place.Audience), place.Folder));
        }
    }

    private void NotPublished(DemoOutcome outcome)
    {
        var receipt = outcome.Receipt;
        var verdict = receipt.Verdict == Verdict.Rejected ? "rejected" : "held";
        var expected = outcome.IsExpected ? ", as it should be: this file has planted faults" : "";
        Line(verdict, "nothing was published" + expected, outcome.IsExpected ? Ink.Good : ReceiptOutput.InkOf(receipt.Verdict));
        Line("", "The receipt says:");
        foreach (var group in receipt.Findings.GroupBy(finding => finding.Code))
        {
            var first = group.First();
            Line("", $"- {first.Problem} [{first.Code}, {Number(group.Sum(finding => finding.Count))}×]");
            foreach (var place in group.SelectMany(finding => finding.First).Where(place => place.Place.Length > 0))
            {
                Line("", "    at " + place.Place);
            }

            Line("", "  " + first.Remedy);
        }
    }

    private void Line(string label, string text, Ink ink = Ink.Plain) => terminal.Say($"  {label,-10} {text}", ink);

    private static string AudienceOf(PublishedPlace place) => place.Audience switch
    {
        "public" => "everyone",
        "partners" => "signed-in partners",
        _ => "agencies",
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
