using Publish.Disclosure.Hierarchies;

namespace Publish.Disclosure.Tables;

/// <summary>Protects all tables of an edition as one system.</summary>
public static class TableProtection
{
    /// <summary>Decides what becomes of every cell of every table.</summary>
    /// <param name="classes">The classes of the edition.</param>
    /// <param name="hierarchies">The hierarchy of each key a table names, by key index.</param>
    /// <param name="requests">The tables.</param>
    /// <returns>The tables with the status of each cell; the same for the same input, whatever the machine.</returns>
    /// <exception cref="ArgumentException">A request names a key, level or measure that is not there.</exception>
    public static ProtectedEdition Protect(
        ClassTable classes, IReadOnlyList<KeyHierarchy> hierarchies, IReadOnlyList<TableRequest> requests) =>
        throw new NotImplementedException();
}
