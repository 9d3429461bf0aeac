using Publish.Codes;
using Publish.Disclosure.Hierarchies;

namespace Publish.Disclosure.Tests.Hierarchies;

/// <summary>Writes hierarchies down so that tests can read them.</summary>
internal static class Shown
{
    /// <summary>The label of each value at a level.</summary>
    public static string[] LabelsOf(this KeyHierarchy hierarchy, int level) =>
        [.. hierarchy.Levels[level].CategoryOf.Select(category => hierarchy.Levels[level].Labels[category])];

    public static string[] NamesOf(this KeyHierarchy hierarchy) => [.. hierarchy.Levels.Select(level => level.Name)];

    public static OrderedValues Numbers(params long[] values) => new("age", values, ValueFormat.WholeNumber);

    public static OrderedValues Days(params string[] days) =>
        new("day", [.. days.Select(day => (long)(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber - Epoch))], ValueFormat.Date);

    public static TextValues Texts(params string[] values) => new("code", values);

    public static Finding[] Refused(Action build) => [.. Assert.Throws<CodedException>(build).Findings];

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;
}
