namespace Publish.Policies.Releases;

/// <summary>Something a policy publishes.</summary>
/// <param name="Name">A valid <see cref="Names">name</see>, unique in the policy; files are named after it.</param>
/// <param name="Audience">Whom it is for.</param>
public abstract record ReleasePolicy(string Name, Audience Audience)
{
    /// <summary>The title people read. Default: the name.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, or <see langword="null"/>.</summary>
    public string? Description { get; init; }

    /// <summary>The key, sensitive and measure columns that its numbers and rows are made of.</summary>
    public abstract IEnumerable<string> UsedColumns { get; }
}
