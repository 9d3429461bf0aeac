namespace Publish.Disclosure.Hierarchies;

/// <summary>The hierarchy of a key that declares none: as collected, or all.</summary>
public static class PlainHierarchy
{
    /// <summary>Builds the hierarchy.</summary>
    /// <param name="values">The values as collected.</param>
    /// <exception cref="Codes.CodedException">The mark of missing values is a value too.</exception>
    public static KeyHierarchy Build(KeyValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new HierarchyBuilder(values).Build();
    }
}
