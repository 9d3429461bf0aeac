namespace Publish.Duck;

/// <summary>DuckDB's own kinds of error (<c>duckdb_error_type</c> in duckdb.h), with its numbers.</summary>
public enum DuckErrorType
{
    /// <summary>No kind was given.</summary>
    Invalid = 0,

    /// <summary>A value lies outside its type: a sum overflowed.</summary>
    OutOfRange = 1,

    /// <summary>A cast failed.</summary>
    Conversion = 2,

    /// <summary>The kind is not known.</summary>
    UnknownType = 3,

    /// <summary>A decimal does not fit.</summary>
    Decimal = 4,

    /// <summary>Types do not match.</summary>
    MismatchType = 5,

    /// <summary>A division by zero.</summary>
    DivideByZero = 6,

    /// <summary>A value is too large.</summary>
    ObjectSize = 7,

    /// <summary>An operation on a type that has none.</summary>
    InvalidType = 8,

    /// <summary>Bytes could not be decoded.</summary>
    Serialization = 9,

    /// <summary>A transaction could not go on.</summary>
    Transaction = 10,

    /// <summary>DuckDB lacks the feature.</summary>
    NotImplemented = 11,

    /// <summary>An expression is wrong.</summary>
    Expression = 12,

    /// <summary>A table, function or setting does not exist.</summary>
    Catalog = 13,

    /// <summary>The SQL could not be parsed.</summary>
    Parser = 14,

    /// <summary>The SQL could not be planned.</summary>
    Planner = 15,

    /// <summary>The scheduler failed.</summary>
    Scheduler = 16,

    /// <summary>The executor failed.</summary>
    Executor = 17,

    /// <summary>A constraint is broken.</summary>
    Constraint = 18,

    /// <summary>An index failed.</summary>
    Index = 19,

    /// <summary>Statistics failed.</summary>
    Stat = 20,

    /// <summary>The connection failed.</summary>
    Connection = 21,

    /// <summary>The SQL's syntax is wrong.</summary>
    Syntax = 22,

    /// <summary>A setting is wrong.</summary>
    Settings = 23,

    /// <summary>A name or type in the SQL could not be resolved.</summary>
    Binder = 24,

    /// <summary>The network failed.</summary>
    Network = 25,

    /// <summary>The optimiser failed.</summary>
    Optimizer = 26,

    /// <summary>A null pointer was met.</summary>
    NullPointer = 27,

    /// <summary>A file could not be read or written.</summary>
    IO = 28,

    /// <summary>The query was interrupted.</summary>
    Interrupt = 29,

    /// <summary>The database can't be used any more.</summary>
    Fatal = 30,

    /// <summary>A fault in DuckDB.</summary>
    Internal = 31,

    /// <summary>An argument or a file's content is wrong.</summary>
    InvalidInput = 32,

    /// <summary>The memory limit, or the limit of the temporary space, is reached.</summary>
    OutOfMemory = 33,

    /// <summary>The lockdown refuses it.</summary>
    Permission = 34,

    /// <summary>A parameter has no type.</summary>
    ParameterNotResolved = 35,

    /// <summary>A parameter stands where none may.</summary>
    ParameterNotAllowed = 36,

    /// <summary>Something still depends on it.</summary>
    Dependency = 37,

    /// <summary>An HTTP request failed.</summary>
    Http = 38,

    /// <summary>An extension is not loaded.</summary>
    MissingExtension = 39,

    /// <summary>An extension could not be loaded by itself.</summary>
    Autoload = 40,

    /// <summary>A sequence is exhausted.</summary>
    Sequence = 41,

    /// <summary>The configuration is wrong.</summary>
    InvalidConfiguration = 42,

    /// <summary>Stored bytes are corrupt.</summary>
    DataCorruption = 43,
}
