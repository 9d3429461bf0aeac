namespace Publish.Policies.Format;

/// <summary>The keys of a hierarchy.</summary>
internal static class HierarchyFormat
{
    /// <summary>The most levels of a hierarchy, as collected and `all` aside.</summary>
    public const int MostLevels = 32;

    private static readonly NumberShape Number = new(false, -NumberShape.Unbounded, NumberShape.Unbounded);
    private static readonly ListShape Bounds = new(Number, "a list of ascending numbers", 1);
    private static readonly NumberShape Step = new(false, 0, NumberShape.Unbounded) { IsAbove = true };

    private static readonly ObjectShape LevelsFile = new("levelsFile", "a mapping with `file` and `names`",
    [
        new("file", Shapes.CsvFile, "The CSV file beside the policy: UTF-8, commas, a header. The first column has the values as collected, each once; then a column a level, fine to coarse.") { IsRequired = true },
        new("names", new ListShape(Shapes.Column, "a list of at least one level's name", 1, MostLevels), "The levels, fine to coarse: the file's header after its first column.") { IsRequired = true },
    ]);

    /// <summary>One hierarchy.</summary>
    public static readonly ObjectShape Hierarchy = new("hierarchy", "a mapping with one of `intervals`, `steps`, `prefix`, `dates`, `postcodes`, `levels`",
    [
        new("intervals", new EitherShape(Bounds, Named(Bounds, "a mapping of level names to such lists")), "Bands of a number, by their lower bounds; the last band is open, and so is one below the first bound. Each coarser level's bounds are among those of the finer. The level of a list is called `<column>_band`."),
        new("steps", Listed(Step, "a number above 0"), "Bands of equal width, counted from 0. Each width is a multiple of the one before. The levels of a list are called `<column>_<width>`."),
        new("prefix", Listed(Shapes.Whole(1, 1000), "a whole number from 1"), "Codes (text) cut to so many characters, descending. The levels of a list are called `<column>_<length>`."),
        new("dates", Listed(Vocabularies.CalendarPeriod.Shape, "`day` (of a timestamp), `month`, `quarter` or `year`"), "Calendar periods of a date or timestamp, ascending. The levels of a list are called `<column>_<period>`."),
        new("postcodes", Listed(Vocabularies.PostcodePart.Shape, "`sector`, `district` or `area`"), "Parts of a UK postcode (text), ascending; postcodes are parsed, never cut. The levels of a list are called `<column>_<part>`."),
        new("levels", LevelsFile, "Levels listed in a CSV file beside the policy."),
    ])
    {
        ExactlyOneOf = ["intervals", "steps", "prefix", "dates", "postcodes", "levels"],
    };

    /// <summary>All hierarchies.</summary>
    public static readonly MapShape Hierarchies = new(
        Shapes.Column, Hierarchy, "a mapping of key columns to hierarchies", 0, Shapes.MostColumns);

    private static EitherShape Listed(Shape item, string meaning) => new(
        new ListShape(item, $"a list, each {meaning}", 1, MostLevels),
        Named(item, "a mapping of level names to such values"));

    private static MapShape Named(Shape value, string meaning) => new(Shapes.Column, value, meaning, 1, MostLevels);
}
