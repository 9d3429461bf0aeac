using Publish.Codes;

namespace Publish.Duck;

/// <summary>
/// The engine refused or failed. It carries DuckDB's kind of error and a text of our own; DuckDB's text, which quotes
/// rows and paths, is never kept.
/// </summary>
public sealed class DuckException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">What is wrong, for the reader.</param>
    /// <param name="type">DuckDB's kind of error.</param>
    public DuckException(Code code, DuckErrorType type = DuckErrorType.Invalid)
        : base(new Finding(code, "", $"Its error type is {type}.").ToString())
    {
        Code = code;
        Type = type;
    }

    /// <summary>What is wrong and what to do about it.</summary>
    public Code Code { get; }

    /// <summary>DuckDB's kind of error.</summary>
    public DuckErrorType Type { get; }
}
