namespace Publish.Disclosure.Records;

/// <summary>The classes of a node and which of them are published.</summary>
/// <param name="Classes">The classes.</param>
/// <param name="IsKept">True for each class that is published; longer than needed where the array is reused.</param>
/// <param name="KeptClasses">The number of classes published.</param>
/// <param name="SuppressedRows">The rows of all others.</param>
internal readonly record struct JudgedClasses(
    GeneralisedClasses Classes,
    bool[] IsKept,
    int KeptClasses,
    long SuppressedRows);
