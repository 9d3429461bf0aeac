namespace Publish.Policies.Publications;

/// <summary>Which of a month's days of one name is meant.</summary>
public enum WeekOfMonth
{
    /// <summary>The first.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>The third.</summary>
    Third,

    /// <summary>The fourth, which every month has.</summary>
    Fourth,

    /// <summary>The last, the fourth or the fifth.</summary>
    Last,
}
