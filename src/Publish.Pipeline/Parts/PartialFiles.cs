using System.Globalization;

namespace Publish.Pipeline.Parts;

/// <summary>The files of a partial class table, in a folder of its own.</summary>
internal static class PartialFiles
{
    /// <summary>The values of each key that stand for its codes.</summary>
    /// <param name="folder">The table's folder.</param>
    public static string Keys(string folder) => Path.Combine(folder, "keys.parquet");

    /// <summary>The classes, with rows, sums and ranges.</summary>
    /// <param name="folder">The table's folder.</param>
    public static string Classes(string folder) => Path.Combine(folder, "classes.parquet");

    /// <summary>Which respondent, by pseudonym, is in which class.</summary>
    /// <param name="folder">The table's folder.</param>
    public static string Respondents(string folder) => Path.Combine(folder, "respondents.parquet");

    /// <summary>Who, by pseudonym, adds how much to which class.</summary>
    /// <param name="folder">The table's folder.</param>
    public static string Contributions(string folder) => Path.Combine(folder, "contributions.parquet");

    /// <summary>The values of a unique column, by pseudonym, and where they stand.</summary>
    /// <param name="folder">The table's folder.</param>
    /// <param name="column">The column.</param>
    public static string Unique(string folder, int column) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"unique-{column}.parquet"));
}
