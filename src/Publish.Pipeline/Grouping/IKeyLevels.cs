using Publish.Disclosure.Hierarchies;

namespace Publish.Pipeline.Grouping;

/// <summary>A key's hierarchy as declared, before the values of the upload are known.</summary>
internal interface IKeyLevels
{
    /// <summary>Builds the hierarchy over the values met.</summary>
    /// <param name="values">Distinct values: texts, or numbers in the cell's encoding; none missing.</param>
    /// <param name="hasMissing">Whether missing is a category too; it comes last.</param>
    /// <returns>
    /// The hierarchy, whose categories as collected are the values in their natural order; or <see langword="null"/> when
    /// a value has no place in it.
    /// </returns>
    KeyHierarchy? Build(KeyValues values, bool hasMissing);
}
