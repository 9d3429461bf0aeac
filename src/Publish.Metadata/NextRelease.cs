using Publish.Metadata.Packages;
using Publish.Policies.Publications;

namespace Publish.Metadata;

/// <summary>When the next edition is to come, where a version's description tells: it is monthly, and has a rule for every month.</summary>
public static class NextRelease
{
    private const string Monthly = "monthly";

    /// <summary>Works it out.</summary>
    /// <param name="dataset">What a version says of its dataset.</param>
    /// <param name="published">When the version was published.</param>
    /// <returns>The first time of the rule after that, as the clocks of its place show it; or <see langword="null"/>.</returns>
    public static DateTimeOffset? After(PublishedDataset dataset, DateTimeOffset published)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.UpdateFrequency == Monthly
            && dataset.Schedule is { } text
            && PublicationTime.TryParse(text, out var time)
            && time is MonthlyPublication rule
            ? TimeZoneInfo.ConvertTime(rule.For(published.AddSeconds(1)), rule.Zone)
            : null;
    }
}
