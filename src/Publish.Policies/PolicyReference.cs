using System.Text;
using Publish.Policies.Format;

namespace Publish.Policies;

/// <summary>The tables of all keys for the reference, made from the description the reader checks with.</summary>
public static class PolicyReference
{
    /// <summary>Generates a heading and a table for each part of the format, from the top down.</summary>
    /// <returns>Markdown, ending in a line feed; the same on every machine.</returns>
    public static string Generate()
    {
        var text = new StringBuilder();
        var parts = new List<ObjectShape> { PolicyFormat.Root };
        for (var i = 0; i < parts.Count; i++)
        {
            Append(text, parts[i]);
            parts.AddRange(parts[i].Keys.SelectMany(key => key.Shape.Parts).Where(part => !parts.Contains(part)));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ObjectShape part)
    {
        text.Append("\n### `").Append(part.Name).Append("`\n\n| key | value | meaning |\n|---|---|---|\n");
        foreach (var key in part.Keys)
        {
            text.Append("| `").Append(key.Name).Append('`').Append(key.IsRequired ? " *" : "")
                .Append(" | ").Append(Cell(key.Shape.Phrase))
                .Append(" | ").Append(Cell(key.Description))
                .Append(key.Default is null ? "" : $" Default: {key.Default}.").Append(" |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
