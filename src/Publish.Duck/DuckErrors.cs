using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Publish.Codes;
using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>
/// Turns DuckDB's errors into ours. DuckDB's text is read here to tell two kinds apart, and dropped.
/// </summary>
internal static class DuckErrors
{
    /// <summary>The error a result holds.</summary>
    public static Exception Of(ResultHandle result, ErrorContext context) =>
        Translate(NativeResult.ErrorType(result), Text(NativeResult.Error(result)), context);

    /// <summary>The error a statement could not be prepared for; C gives only its text, which begins with its kind.</summary>
    public static Exception Of(StatementHandle statement, ErrorContext context)
    {
        var text = statement.IsInvalid ? "" : Text(NativeStatement.Error(statement));
        return Translate(DuckErrorNames.TypeOf(text), text, context);
    }

    /// <summary>The error an appender holds.</summary>
    public static Exception Of(AppenderHandle appender, ErrorContext context)
    {
        using var error = NativeAppender.Error(appender);
        return Translate(NativeErrors.ErrorType(error), Text(NativeErrors.Message(error)), context);
    }

    private static Exception Translate(DuckErrorType type, string text, ErrorContext context)
    {
        if (context.Failures.Take(text) is { } own)
        {
            // Thrown here and not returned: only so does it keep the place where the source threw it.
            ExceptionDispatchInfo.Throw(own);
        }

        if (type == DuckErrorType.Interrupt && context.Cancellation.IsCancellationRequested)
        {
            return new OperationCanceledException(context.Cancellation);
        }

        return new DuckException(CodeOf(type, text, context.InputFault), type);
    }

    private static Code CodeOf(DuckErrorType type, string text, Code? inputFault) => type switch
    {
        DuckErrorType.OutOfMemory when Says(text, "max_temp_directory_size") => DuckCodes.TemporarySpaceFull,
        DuckErrorType.OutOfMemory => DuckCodes.OutOfMemory,
        DuckErrorType.Permission => DuckCodes.AccessRefused,
        DuckErrorType.Interrupt => DuckCodes.Interrupted,
        DuckErrorType.IO when Says(text, "No space left") => DuckCodes.DiskFull,
        _ when inputFault is not null => inputFault,
        DuckErrorType.IO => DuckCodes.FileFault,
        DuckErrorType.OutOfRange or DuckErrorType.Conversion or DuckErrorType.Decimal => DuckCodes.ValueOutOfRange,
        DuckErrorType.Parser or DuckErrorType.Syntax or DuckErrorType.Binder or DuckErrorType.Catalog
            or DuckErrorType.Planner or DuckErrorType.Expression or DuckErrorType.InvalidInput
            or DuckErrorType.NotImplemented or DuckErrorType.Settings or DuckErrorType.InvalidConfiguration
            or DuckErrorType.ParameterNotResolved or DuckErrorType.ParameterNotAllowed
            or DuckErrorType.MissingExtension or DuckErrorType.Autoload => DuckCodes.StatementRefused,
        _ => DuckCodes.EngineFault,
    };

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.Ordinal);

    private static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";
}
