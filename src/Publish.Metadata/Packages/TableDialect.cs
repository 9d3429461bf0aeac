namespace Publish.Metadata.Packages;

/// <summary>How a CSV file is written (Table Dialect, version 2.0).</summary>
/// <param name="LineTerminator">What ends a line; the standard's default is a carriage return and a line feed.</param>
public sealed record TableDialect(string LineTerminator = "\n");
