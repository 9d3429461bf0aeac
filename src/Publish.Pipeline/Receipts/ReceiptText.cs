using System.Globalization;
using System.Text;

namespace Publish.Pipeline.Receipts;

/// <summary>A receipt as text that a person reads.</summary>
public static class ReceiptText
{
    private const int Width = 100;

    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>Lines that end in line feeds.</returns>
    public static string Write(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var text = new StringBuilder();
        Head(text, receipt);
        Findings(text, receipt.Findings);
        Protection(text, receipt);
        Audit(text, receipt.Audit);
        Published(text, receipt);
        return text.ToString();
    }

    private static void Head(StringBuilder text, Receipt receipt)
    {
        text.Append(VerdictText(receipt)).Append("\n\n");
        Line(text, "Dataset", receipt.Agency is null ? "not known" : $"{receipt.Agency}/{receipt.Dataset}, edition {receipt.Edition}");
        if (receipt.Upload is { } upload)
        {
            Line(text, "Upload", $"{Number(upload.Bytes)} bytes, {upload.Format}, {Number(upload.Rows)} rows");
            Line(text, "", $"SHA-256 {upload.Sha256}");
        }

        if (receipt.Policy is { } policy)
        {
            Line(text, "Agreement", policy.Agreement);
        }

        Line(text, "Receipt", receipt.Id);
    }

    private static string VerdictText(Receipt receipt) => (receipt.Verdict, receipt.CheckOnly, receipt.Published) switch
    {
        (Verdict.Accepted, true, _) => "PASSED  This upload would be published. Nothing was kept.",
        (Verdict.Accepted, _, null) when receipt.Waiting is { NeedsApproval: true } => "ACCEPTED  The version waits to be approved by somebody else than its sender.",
        (Verdict.Accepted, _, null) when receipt.Waiting is not null => "ACCEPTED  The version waits for its time.",
        (Verdict.Accepted, _, { Before: true }) => "ACCEPTED  Already published from the same content and policy; nothing changed.",
        (Verdict.Accepted, _, _) => "ACCEPTED  The version is published.",
        (Verdict.Held, _, _) => "HELD  Nothing was published.",
        _ => "REJECTED  Nothing was published. Mend what is listed and send the file again.",
    };

    private static void Findings(StringBuilder text, IReadOnlyList<ReceiptFinding> findings)
    {
        foreach (var finding in findings)
        {
            text.Append('\n');
            Wrap(text, "", $"{finding.Problem} [{finding.Code}, {Number(finding.Count)}×]");
            foreach (var place in finding.First.Where(p => p.Place.Length > 0 || p.Detail is not null))
            {
                Wrap(text, "  - ", string.Join(": ", new[] { place.Place, place.Detail }.Where(s => !string.IsNullOrEmpty(s))));
            }

            if (finding.Count > finding.First.Count)
            {
                Wrap(text, "  ", $"and {Number(finding.Count - finding.First.Count)} more");
            }

            Wrap(text, "  ", "Remedy: " + finding.Remedy);
        }
    }

    private static void Protection(StringBuilder text, Receipt receipt)
    {
        foreach (var table in receipt.Tables)
        {
            text.Append('\n');
            Line(text, "Table", table.Release);
            Line(text, "", $"{Number(table.Cells)} cells, of which hidden:");
            foreach (var rule in table.Rules.Where((rule, i) => i == 0 || rule.Cells > 0))
            {
                Line(text, "", $"{Number(rule.Cells)} because {rule.Reason}");
            }

            Line(text, "", $"{Number(table.Shields)} so that those cannot be worked out from the rest");
            ExplainedText.Write(text, table, isAlone: receipt.Tables.Count == 1);
        }

        if (receipt.Cost is { } cost)
        {
            text.Append('\n');
            Line(text, "Shielding", string.Create(CultureInfo.InvariantCulture, $"costs {cost.Paid:N0}, as the policy counts cost"));
            Line(text, "", cost.Gap == 0
                ? "no other choice of cells would cost less"
                : string.Create(CultureInfo.InvariantCulture, $"no other choice of cells would cost less than {cost.Lowest:N0} ({cost.Gap:P1} less)"));
        }

        foreach (var records in receipt.Records)
        {
            text.Append('\n');
            Line(text, "Records", records.Release);
            Line(text, "", $"every class has at least {Number(records.K)} respondents; {Number(records.Classes)} classes");
            Line(text, "", $"{Number(records.RowsPublished)} rows kept, {Number(records.RowsSuppressed)} left out with their class");
            Line(text, "", "levels: " + string.Join(", ", records.Levels.Select(l => $"{l.Key} at {l.Value}"))
                + (records.LevelsFromLedger ? " (chosen by an earlier edition)" : ""));
            Line(text, "", string.Create(
                CultureInfo.InvariantCulture,
                $"highest risk of being singled out {records.HighestRisk:P2}, on average {records.AverageRisk:P2}"));
        }
    }

    private static void Audit(StringBuilder text, IReadOnlyList<AuditFacts> audit)
    {
        if (audit.Count == 0)
        {
            return;
        }

        text.Append('\n');
        for (var i = 0; i < audit.Count; i++)
        {
            var result = audit[i].Witnesses == 0 ? "nothing found" : $"{Number(audit[i].Witnesses)} broken promises";
            Line(text, i == 0 ? "Audit" : "", $"{audit[i].Attack}: {Number(audit[i].Examined)} examined, {result}");
        }
    }

    private static void Published(StringBuilder text, Receipt receipt)
    {
        foreach (var place in receipt.Published?.Places ?? [])
        {
            text.Append('\n');
            Line(text, "Published", $"{string.Join(", ", place.Releases)} for {place.Audience}");
            Line(text, "", $"at {place.Folder}");
            foreach (var file in place.Files)
            {
                Line(text, "", $"{file.Name}, {Number(file.Bytes)} bytes");
            }
        }

        if (receipt.Waiting is { Due: { } due })
        {
            text.Append('\n');
            Line(text, "Due", string.Create(CultureInfo.InvariantCulture, $"not before {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        }

        if (receipt.RawKeptUntil is { } until)
        {
            text.Append('\n');
            Line(text, "Raw file", string.Create(CultureInfo.InvariantCulture, $"kept at most until {until:yyyy-MM-dd} under the agreement"));
        }
    }

    private static void Line(StringBuilder text, string label, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{label,-10} {value}\n");

    private static void Wrap(StringBuilder text, string indent, string sentence)
    {
        var column = 0;
        foreach (var word in sentence.Split(' '))
        {
            if (column > 0 && column + word.Length + 1 > Width)
            {
                text.Append('\n');
                column = 0;
            }

            var lead = column > 0 ? " " : text.Length > 0 && text[^1] == '\n' && indent.Length > 0 ? indent : "";
            text.Append(lead).Append(word);
            column += lead.Length + word.Length;
            indent = new string(' ', indent.Length);
        }

        text.Append('\n');
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
