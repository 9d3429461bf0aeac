namespace Publish.Disclosure.Tables.Primary;

/// <summary>The contributions of respondents that are in several classes.</summary>
/// <param name="Starts">Where each respondent's entries start; one more entry than respondents.</param>
/// <param name="Classes">The classes of each, without repeats.</param>
/// <param name="Contributions">What the respondent adds to each of them.</param>
public sealed record RecurringContributions(int[] Starts, int[] Classes, Contribution[] Contributions)
{
    /// <summary>Nobody is in several classes.</summary>
    public static RecurringContributions None { get; } = new([0], [], []);

    /// <summary>The number of such respondents.</summary>
    public int Count => Starts.Length - 1;
}
