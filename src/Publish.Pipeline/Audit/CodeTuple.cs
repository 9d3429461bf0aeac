namespace Publish.Pipeline.Audit;

/// <summary>Codes that are compared by what they are.</summary>
/// <param name="Codes">The codes.</param>
internal readonly record struct CodeTuple(int[] Codes)
{
    /// <inheritdoc/>
    public bool Equals(CodeTuple other) => Codes.AsSpan().SequenceEqual(other.Codes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Codes.AsSpan()));
        return hash.ToHashCode();
    }
}
