using Publish.Codes;

namespace Publish.Disclosure.Hierarchies;

/// <summary>Levels of UK postcodes: unit, sector, district, area. Postcodes are parsed, never cut by characters.</summary>
public static class PostcodeHierarchy
{
    /// <summary>Builds the hierarchy; the levels are named <c>unit</c>, <c>sector</c>, <c>district</c>, <c>area</c>.</summary>
    /// <param name="values">
    /// Full postcodes as collected. The level <c>unit</c> joins those that differ in the space alone.
    /// </param>
    /// <exception cref="CodedException">Values are not postcodes: how many is said, never which.</exception>
    public static KeyHierarchy Build(TextValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var postcodes = Enumerable.Range(0, values.ValueCount)
            .Select(value => Postcode.Parse(values.Text(value)))
            .OfType<Postcode>()
            .ToArray();
        if (postcodes.Length < values.ValueCount)
        {
            throw new CodedException(
                HierarchyCodes.NotAPostcode,
                $"key {values.Key}",
                FormattableString.Invariant($"{values.ValueCount - postcodes.Length} of {values.ValueCount} different values are not."));
        }

        var builder = new HierarchyBuilder(values);
        builder.AddInLabelOrder("unit", [.. postcodes.Select(postcode => postcode.Unit)]);
        builder.AddInLabelOrder("sector", [.. postcodes.Select(postcode => postcode.Sector)]);
        builder.AddInLabelOrder("district", [.. postcodes.Select(postcode => postcode.District)]);
        builder.AddInLabelOrder("area", [.. postcodes.Select(postcode => postcode.Area)]);
        return builder.Build();
    }
}
