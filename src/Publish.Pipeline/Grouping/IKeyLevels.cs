using Publish.Disclosure.Hierarchies;

namespace Publish.Pipeline.Grouping;

/// <summary>A key's hierarchy as declared, before the values of the upload are known.</summary>
internal interface IKeyLevels
{
    /// <summary>Builds the hierarchy over texts.</summary>
    /// <param name="texts">Distinct texts in ordinal order.</param>
    /// <param name="hasMissing">Whether missing is a category too; it comes last.</param>
    /// <returns>
    /// The hierarchy, whose categories as collected are the values in order; or <see langword="null"/> when a value has
    /// no place in it.
    /// </returns>
    KeyHierarchy? Build(string[] texts, bool hasMissing);

    /// <summary>Builds the hierarchy over numbers in the cell's encoding.</summary>
    /// <param name="numbers">Distinct numbers, ascending.</param>
    /// <param name="hasMissing">Whether missing is a category too; it comes last.</param>
    /// <returns>As for texts.</returns>
    KeyHierarchy? Build(long[] numbers, bool hasMissing);
}
