using System.CommandLine;
using Publish.Cli.Catalogues;
using Publish.Cli.Terminals;
using Publish.Codes;

namespace Publish.Cli.Commands;

/// <summary><c>publish explain</c>: what a code means and what to do about it.</summary>
internal sealed class ExplainCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string?> _code = new("CODE")
    {
        Description = "The code, as a receipt shows it in brackets; without one, all codes are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public ExplainCommand(Shell shell)
        : base(
            "explain",
            "Say what a code means and what to do about it, or list all codes.",
            "publish explain type-error",
            "publish explain")
    {
        _terminal = shell.Terminal;
        Add(_code);
        SetAction(line => line.GetValue(_code) is { } id ? Explain(id) : List());
    }

    private int List()
    {
        var codes = AppCodes.All();
        var width = codes.Max(code => code.Id.Length);
        foreach (var code in codes)
        {
            _terminal.Say(code.Id.PadRight(width) + "  " + code.Problem);
        }

        return ExitCodes.Done;
    }

    private int Explain(string id)
    {
        var codes = AppCodes.All();
        if (codes.FirstOrDefault(code => code.Id == id.Trim('[', ']')) is not { } found)
        {
            return Suggest(id, codes);
        }

        _terminal.Say(found.Id, Ink.Heading);
        _terminal.Say("  What is wrong:  " + found.Problem);
        _terminal.Say("  What to do:     " + found.Remedy);
        return ExitCodes.Done;
    }

    private int Suggest(string id, IReadOnlyList<Code> codes)
    {
        _terminal.Complain(new Finding(CliCodes.UnknownCode, "").ToString());
        var near = NearCodes.To(id, codes);
        if (near.Count > 0)
        {
            _terminal.Complain("Nearest: " + string.Join(", ", near.Select(code => code.Id)), Ink.Plain);
        }

        return ExitCodes.Usage;
    }
}
