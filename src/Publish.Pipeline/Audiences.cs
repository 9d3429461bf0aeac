namespace Publish.Pipeline;

/// <summary>The names of audiences, as paths and certificates write them.</summary>
public static class Audiences
{
    /// <summary>All audiences.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Audience>().Select(NameOf)];

    /// <summary>An audience's name.</summary>
    /// <param name="audience">The audience.</param>
    /// <returns>Lower case.</returns>
    public static string NameOf(Audience audience) => audience switch
    {
        Audience.Public => "public",
        Audience.Partners => "partners",
        _ => "agencies",
    };
}
