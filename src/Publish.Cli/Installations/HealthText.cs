using System.Globalization;
using Publish.Cli.Terminals;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Installations;

/// <summary>How an installation is, as lines a person reads.</summary>
internal static class HealthText
{
    private const int LabelWidth = 46;

    /// <summary>Writes the numbers.</summary>
    /// <param name="health">The numbers.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(Health health, Terminal terminal)
    {
        terminal.Say(health.NeedsAttention ? "ATTENTION  Somebody should look." : "WELL  Nothing is stuck.", health.NeedsAttention ? Ink.Warning : Ink.Good);
        terminal.Say();
        Line(terminal, "datasets", health.Datasets);
        foreach (var state in Enum.GetValues<UploadState>().Except([UploadState.Grouped]))
        {
            Line(terminal, "uploads: " + UploadStates.Of(state), health.Uploads.GetValueOrDefault(state), isBad: state == UploadState.Poisoned);
        }

        Line(terminal, "uploads: no worker has met", health.Unmet);
        Line(terminal, "folders of parts not closed yet", health.OpenFolders);
        Line(terminal, "uploads: their worker went silent", health.Abandoned, isBad: true);
        Line(terminal, "versions whose time has passed", health.Overdue, isBad: true);
        Line(terminal, "raw files kept", health.RawKept);
        Line(terminal, "raw files that should be deleted", health.RawOverdue, isBad: true);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{"longest wait for a receipt",-LabelWidth} {(health.LongestWait is { } wait ? $"{wait.TotalSeconds,8:N0} s" : "       –")}"));
    }

    private static void Line(Terminal terminal, string label, int number, bool isBad = false) => terminal.Say(
        string.Create(CultureInfo.InvariantCulture, $"{label,-LabelWidth} {number,8:N0}"),
        isBad && number > 0 ? Ink.Warning : Ink.Plain);
}
