using Publish.Disclosure.Perturbation;

namespace Publish.Pipeline;

/// <summary>
/// The secret keys a run may use, by the names policies call them. Read by the shell from where secrets are kept; never
/// written, logged or made part of a message.
/// </summary>
/// <param name="keys">The keys' bytes by name.</param>
public sealed class RunSecrets(IReadOnlyDictionary<string, byte[]> keys)
{
    /// <summary>No secrets: enough for policies that name none.</summary>
    public static RunSecrets None { get; } = new(new Dictionary<string, byte[]>(StringComparer.Ordinal));

    /// <summary>Whether there is a key of a name.</summary>
    /// <param name="name">The name.</param>
    public bool Has(string name) => keys.ContainsKey(name);

    /// <summary>The bytes of a key.</summary>
    /// <param name="name">The name, of a key there is.</param>
    /// <returns>The bytes, or nothing where they are fewer than <see cref="SecretKey.LeastBytes"/>.</returns>
    public ReadOnlyMemory<byte>? Find(string name) =>
        keys.TryGetValue(name, out var bytes) && bytes.Length >= SecretKey.LeastBytes ? bytes : null;

    /// <summary>Says nothing of what is inside.</summary>
    public override string ToString() => nameof(RunSecrets);
}
