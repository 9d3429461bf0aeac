using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>What can be wrong with a declared hierarchy, or with values that it does not cover.</summary>
[Codes]
public static class HierarchyCodes
{
    /// <summary>A value lies in none of the declared intervals.</summary>
    public static readonly Code OutsideIntervals = new(
        "hierarchy-outside-intervals",
        "Values of a key variable lie outside its declared intervals.",
        "Widen the intervals, open the first or last one, or bound the column with min and max.");

    /// <summary>Bounds, widths, lengths or date parts do not make coarser and coarser levels.</summary>
    public static readonly Code NotNested = new(
        "hierarchy-not-nested",
        "The levels of a hierarchy do not nest.",
        "Make every coarser level join whole categories of the level before it.");

    /// <summary>A level is declared that cannot be one.</summary>
    public static readonly Code InvalidLevel = new(
        "hierarchy-invalid-level",
        "A level of a hierarchy is not declared properly.",
        "Correct the level: bounds rise, widths and lengths are at least 1, and there is one label for each interval.");

    /// <summary>Two categories of a level would be published under one label.</summary>
    public static readonly Code LabelClash = new(
        "hierarchy-label-clash",
        "Two categories of a level have the same label.",
        "Give the categories, or the mark of missing values, different labels.");

    /// <summary>A table of levels has rows of different lengths, or no rows.</summary>
    public static readonly Code TableShape = new(
        "hierarchy-table-shape",
        "A table of levels does not have one code and one label for each level in every row.",
        "Write one row for each code: the code, then its label at each level, finest first.");

    /// <summary>A table of levels lists a code twice.</summary>
    public static readonly Code DuplicateCode = new(
        "hierarchy-duplicate-code",
        "A table of levels lists a code twice.",
        "Keep one row for each code.");

    /// <summary>A value of the file has no row in the table of levels.</summary>
    public static readonly Code MissingCode = new(
        "hierarchy-missing-code",
        "Values of a key variable are not in its table of levels.",
        "Add a row for each code the file may have.");

    /// <summary>A value is not a UK postcode.</summary>
    public static readonly Code NotAPostcode = new(
        "hierarchy-not-a-postcode",
        "Values of a key variable are not UK postcodes.",
        "Give full postcodes in capitals, with one space or none before the last three characters.");
}
