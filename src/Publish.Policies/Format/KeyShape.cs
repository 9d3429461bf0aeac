namespace Publish.Policies.Format;

/// <summary>A key of the format.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">What its value may be.</param>
/// <param name="Description">What it means: a sentence or two for people who write policies.</param>
internal sealed record KeyShape(string Name, Shape Shape, string Description)
{
    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds where it is not given, in words; <see langword="null"/> where that is nothing.</summary>
    public string? Default { get; init; }
}
