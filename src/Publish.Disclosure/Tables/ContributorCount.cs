namespace Publish.Disclosure.Tables;

/// <summary>
/// A number of respondents that no column shows, but a mean tells: how many have a value of a measure, and, beside the count
/// of respondents, how many have none.
/// </summary>
/// <param name="PresenceKey">The key of the class table that is 1 where the measure has a value.</param>
/// <param name="AreWithout">Whether those are counted who have none.</param>
public readonly record struct ContributorCount(int PresenceKey, bool AreWithout);
