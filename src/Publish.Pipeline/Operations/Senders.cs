using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Who sent an upload, as far as anybody says so: who is noted beside it, which is only its sender's own word, and whoever
/// it was granted to.
/// </summary>
internal sealed class Senders
{
    private readonly HashSet<string> _names;

    private Senders(IEnumerable<string> names) =>
        _names = names.Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anybody is known: else nobody can be said to be somebody else.</summary>
    public bool AreKnown => _names.Count > 0;

    /// <summary>Finds them.</summary>
    /// <param name="uploader">Who is noted beside the upload, or <see langword="null"/>.</param>
    /// <param name="upload">The upload's name.</param>
    /// <param name="decisions">The decisions about its dataset.</param>
    /// <returns>The senders.</returns>
    public static Senders Of(string? uploader, string? upload, IEnumerable<Decision> decisions)
    {
        var granted = decisions.Where(decision => decision.Kind == DecisionKind.Grant && decision.Upload == upload).Select(grant => grant.To);
        return new Senders(granted.Prepend(uploader).OfType<string>());
    }

    /// <summary>Whether somebody is one of them.</summary>
    /// <param name="name">The name.</param>
    public bool Include(string name) => _names.Contains(name.Trim());
}
