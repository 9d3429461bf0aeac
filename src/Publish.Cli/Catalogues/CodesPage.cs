using System.Text;
using Publish.Codes;

namespace Publish.Cli.Catalogues;

/// <summary>The page <c>docs/codes.md</c>.</summary>
internal static class CodesPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="codes">The catalogue.</param>
    /// <returns>Markdown, ending in a line feed.</returns>
    public static string Write(IReadOnlyList<Code> codes)
    {
        var page = new StringBuilder();
        page.Append("# Codes\n\n");
        page.Append("Every message of Publish ends in a code in brackets. `publish explain CODE` says the same as this page,\n");
        page.Append("which is generated from the program; a test keeps it current.\n\n");
        page.Append("| code | what is wrong | what to do |\n|---|---|---|\n");
        foreach (var code in codes)
        {
            page.Append($"| `{code.Id}` | {Cell(code.Problem)} | {Cell(code.Remedy)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
