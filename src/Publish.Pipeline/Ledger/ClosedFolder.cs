namespace Publish.Pipeline.Ledger;

/// <summary>What a folder of parts held when its closing marker was taken up: written once, never changed.</summary>
/// <param name="Parts">Its parts, in ordinal order of their names.</param>
/// <param name="Late">The names of those that are younger than the marker.</param>
public sealed record ClosedFolder(IReadOnlyList<ClosedPart> Parts, IReadOnlyList<string> Late)
{
    /// <summary>Whether a part was there, with this content.</summary>
    /// <param name="part">The part.</param>
    public bool Has(UploadIdentity part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Parts.Contains(new ClosedPart(part.FileName, part.Tag));
    }
}

/// <summary>A part of a closed folder.</summary>
/// <param name="Name">The part's name in its folder.</param>
/// <param name="Tag">Its tag, which tells the content.</param>
public sealed record ClosedPart(string Name, string Tag);
