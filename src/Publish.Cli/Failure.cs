using Publish.Cli.Terminals;
using Publish.Codes;
using Publish.Duck;
using Publish.Pipeline;
using Publish.Storage;

namespace Publish.Cli;

/// <summary>Says that a command failed, without ever showing an exception's own text: it could quote data.</summary>
internal static class Failure
{
    /// <summary>Reports an exception.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="cancelled">Whether the user had asked to stop; then whatever happened is the end of that.</param>
    /// <param name="terminal">Where to.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception, bool cancelled, Terminal terminal)
    {
        if (cancelled)
        {
            terminal.Complain(new Finding(CliCodes.Stopped, "").ToString(), Ink.Warning);
            return ExitCodes.Cancelled;
        }

        foreach (var finding in FindingsOf(Innermost(exception)))
        {
            terminal.Complain(finding.ToString());
        }

        return ExitCodes.Failed;
    }

    private static Exception Innermost(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var inner, ..] } ? Innermost(inner) : exception;

    private static IReadOnlyList<Finding> FindingsOf(Exception exception) => exception switch
    {
        CodedException coded => coded.Findings,
        StorageException storage => [new Finding(storage.Code, "")],
        DuckException duck => [new Finding(duck.Code, "", TypeOf(duck))],
        IOException or UnauthorizedAccessException => [new Finding(CliCodes.SystemRefused, "", TypeOf(exception))],
        _ => [new Finding(RunCodes.InternalError, "", TypeOf(exception))],
    };

    private static string TypeOf(Exception exception) => exception is DuckException duck
        ? $"The engine's error is of the type {duck.Type}."
        : $"The error is a {exception.GetType().FullName}.";
}
