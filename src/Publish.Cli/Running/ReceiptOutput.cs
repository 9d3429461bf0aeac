using System.Text;
using Publish.Cli.Terminals;
using Publish.Pipeline;
using Publish.Pipeline.Receipts;

namespace Publish.Cli.Running;

/// <summary>A receipt as the result of a command.</summary>
internal static class ReceiptOutput
{
    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="json">As JSON, or as text.</param>
    /// <param name="terminal">Where to.</param>
    public static void Write(Receipt receipt, bool json, Terminal terminal)
    {
        if (json)
        {
            terminal.Output.Write(Encoding.UTF8.GetString(ReceiptJson.Write(receipt)));
            return;
        }

        var text = ReceiptText.Write(receipt).TrimEnd('\n');
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        terminal.Say(first, InkOf(receipt.Verdict));
        terminal.Say(text[first.Length..].TrimStart('\n'));
    }

    /// <summary>How a verdict looks.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>Green, yellow or red.</returns>
    public static Ink InkOf(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => Ink.Good,
        Verdict.Held => Ink.Warning,
        _ => Ink.Bad,
    };
}
