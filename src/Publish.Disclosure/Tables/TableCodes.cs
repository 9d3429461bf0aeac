using Publish.Codes;

namespace Publish.Disclosure.Tables;

/// <summary>What can stand against protecting the tables of an edition.</summary>
[Codes]
public static class TableCodes
{
    /// <summary>A protected zero is in a row that another table publishes as empty.</summary>
    public static readonly Code ZerosShownElsewhere = new(
        "table-zeros-shown-elsewhere",
        "A table protects empty cells, and another table of the edition publishes that some of them are empty.",
        "Protect the zeros of both tables, name groupDisclosure in both, or ask for the same keys and levels in both.");

    /// <summary>Protecting zeros would need more cells than a table can have.</summary>
    public static readonly Code TooManyEmptyCells = new(
        "table-too-many-empty-cells",
        "A table that protects its empty cells has too many combinations of categories.",
        "Publish the zeros, or ask for coarser levels or fewer keys.");

    /// <summary>The tables of the edition together are larger than what can be protected as one system.</summary>
    public static readonly Code TooLarge = new(
        "tables-too-large",
        "The tables of the edition are too large to be protected together.",
        "Ask for coarser levels, fewer keys or fewer tables in this edition.");

    /// <summary>A primary cell can be worked out whatever is suppressed.</summary>
    public static readonly Code NotProtectable = new(
        "table-cell-not-protectable",
        "A cell that must stay secret could not be proven safe.",
        "Ask for coarser levels or fewer tables in this edition.");
}
