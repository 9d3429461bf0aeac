using Spectre.Console;

namespace Publish.Cli.Terminals;

/// <summary>
/// Where a command writes: results to the output; progress and errors to the error output. Colours and bars only where
/// both are a person's terminal; plain lines anywhere else.
/// </summary>
internal sealed class Terminal
{
    private readonly Lazy<IAnsiConsole>? _colours;
    private readonly Lazy<IAnsiConsole>? _bars;

    /// <summary>Creates a terminal that shows plain lines.</summary>
    /// <param name="output">Takes results.</param>
    /// <param name="error">Takes progress and errors.</param>
    public Terminal(TextWriter output, TextWriter error)
    {
        Output = output;
        Error = error;
    }

    /// <summary>Creates a terminal that shows colours and bars.</summary>
    /// <param name="output">Takes results.</param>
    /// <param name="error">Takes progress and errors.</param>
    /// <param name="colours">Makes the console of the output, when it is first needed: starting it takes time.</param>
    /// <param name="bars">Makes the console of the error output.</param>
    public Terminal(TextWriter output, TextWriter error, Func<IAnsiConsole> colours, Func<IAnsiConsole> bars)
        : this(output, error)
    {
        _colours = new Lazy<IAnsiConsole>(colours);
        _bars = new Lazy<IAnsiConsole>(bars);
    }

    /// <summary>Takes results.</summary>
    public TextWriter Output { get; }

    /// <summary>Takes progress and errors.</summary>
    public TextWriter Error { get; }

    /// <summary>The terminal of this process.</summary>
    /// <returns>Plain where an output is redirected, in continuous integration and where the terminal is <c>dumb</c>.</returns>
    public static Terminal OfProcess()
    {
        var plain = Console.IsOutputRedirected
            || Console.IsErrorRedirected
            || Environment.GetEnvironmentVariable("CI") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return plain
            ? new Terminal(Console.Out, Console.Error)
            : new Terminal(Console.Out, Console.Error, () => Open(Console.Out), () => Open(Console.Error));
    }

    /// <summary>Writes a line of the result.</summary>
    /// <param name="text">One or more lines; control characters in it are replaced.</param>
    /// <param name="ink">What it is.</param>
    public void Say(string text = "", Ink ink = Ink.Plain) => Write(Output, _colours, text, ink);

    /// <summary>Writes an error.</summary>
    /// <param name="text">One or more lines; control characters in it are replaced.</param>
    /// <param name="ink">What it is.</param>
    public void Complain(string text, Ink ink = Ink.Bad) => Write(Error, _bars, text, ink);

    /// <summary>A view of a run's progress.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>Bars or plain lines, on the error output.</returns>
    public IProgressView Progress(TimeProvider time) =>
        _bars is null ? new PlainProgress(Error, time) : new BarProgress(_bars.Value);

    private static void Write(TextWriter writer, Lazy<IAnsiConsole>? console, string text, Ink ink)
    {
        var safe = Printable.Of(text);
        if (console is null)
        {
            writer.WriteLine(safe);
        }
        else
        {
            console.Value.Write(new Text(safe + Environment.NewLine, StyleOf(ink)));
        }
    }

    private static Style StyleOf(Ink ink) => ink switch
    {
        Ink.Heading => new Style(decoration: Decoration.Bold),
        Ink.Good => new Style(Color.Green),
        Ink.Warning => new Style(Color.Yellow),
        Ink.Bad => new Style(Color.Red),
        Ink.Faint => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };

    // Colours follow NO_COLOR: Spectre.Console looks at it when it detects what the terminal can show.
    private static IAnsiConsole Open(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
