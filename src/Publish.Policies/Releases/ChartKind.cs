namespace Publish.Policies.Releases;

/// <summary>How a chart draws a table's numbers.</summary>
public enum ChartKind
{
    /// <summary>A bar a category: for categories without an order, and few times.</summary>
    Bar,

    /// <summary>A line through the categories in their order: for times.</summary>
    Line,
}
