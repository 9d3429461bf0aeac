namespace Publish.Duck;

/// <summary>The words DuckDB's error texts begin with, for the one place where C gives no type.</summary>
internal static class DuckErrorNames
{
    private static readonly (string Name, DuckErrorType Type)[] Names =
    [
        ("Binder", DuckErrorType.Binder),
        ("Catalog", DuckErrorType.Catalog),
        ("Connection", DuckErrorType.Connection),
        ("Constraint", DuckErrorType.Constraint),
        ("Conversion", DuckErrorType.Conversion),
        ("Data Corruption", DuckErrorType.DataCorruption),
        ("Dependency", DuckErrorType.Dependency),
        ("Extension Autoloading", DuckErrorType.Autoload),
        ("FATAL", DuckErrorType.Fatal),
        ("HTTP", DuckErrorType.Http),
        ("INTERNAL", DuckErrorType.Internal),
        ("INTERRUPT", DuckErrorType.Interrupt),
        ("IO", DuckErrorType.IO),
        ("Invalid Configuration", DuckErrorType.InvalidConfiguration),
        ("Invalid Input", DuckErrorType.InvalidInput),
        ("Missing Extension", DuckErrorType.MissingExtension),
        ("Not implemented", DuckErrorType.NotImplemented),
        ("Out of Memory", DuckErrorType.OutOfMemory),
        ("Out of Range", DuckErrorType.OutOfRange),
        ("Parameter Not Allowed", DuckErrorType.ParameterNotAllowed),
        ("Parameter Not Resolved", DuckErrorType.ParameterNotResolved),
        ("Parser", DuckErrorType.Parser),
        ("Permission", DuckErrorType.Permission),
        ("Serialization", DuckErrorType.Serialization),
        ("Syntax", DuckErrorType.Syntax),
        ("TransactionContext", DuckErrorType.Transaction),
    ];

    public static DuckErrorType TypeOf(string text) =>
        Names.FirstOrDefault(entry => text.StartsWith(entry.Name + " Error: ", StringComparison.Ordinal)).Type;
}
