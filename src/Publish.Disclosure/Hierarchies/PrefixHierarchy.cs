using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>
/// Levels that keep the first characters of a code: SOC 2136, 213, 21, 2. Codes that are shorter are kept whole. Not for
/// postcodes, whose areas differ in length (<see cref="PostcodeHierarchy"/>).
/// </summary>
public static class PrefixHierarchy
{
    /// <summary>Builds the hierarchy; the levels are named <c>prefix-4</c> and so on.</summary>
    /// <param name="values">The codes as collected.</param>
    /// <param name="lengths">How many characters each level keeps, finest first, falling, at least 1.</param>
    /// <exception cref="CodedException">The lengths do not fall, or a label clashes with the missing mark.</exception>
    public static KeyHierarchy Build(TextValues values, IReadOnlyList<int> lengths)
    {
        ArgumentNullException.ThrowIfNull(values);
        var builder = new HierarchyBuilder(values);
        for (var level = 0; level < lengths.Count; level++)
        {
            var place = FormattableString.Invariant($"key {values.Key}, level {level + 1}");
            if (lengths[level] < 1)
            {
                throw new CodedException(HierarchyCodes.InvalidLevel, place);
            }

            if (level > 0 && lengths[level] >= lengths[level - 1])
            {
                throw new CodedException(HierarchyCodes.NotNested, place);
            }

            builder.AddInLabelOrder(
                FormattableString.Invariant($"prefix-{lengths[level]}"),
                [.. Enumerable.Range(0, values.ValueCount).Select(value => Prefix(values.Text(value), lengths[level]))]);
        }

        return builder.Build();
    }

    // Characters are Unicode scalars: a surrogate pair is never cut in half.
    private static string Prefix(string text, int length) => string.Concat(text.EnumerateRunes().Take(length));
}
