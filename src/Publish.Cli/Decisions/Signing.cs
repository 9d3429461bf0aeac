using Publish.Cli.Installations;
using Publish.Codes;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Cli.Decisions;

/// <summary>Under which name a person acts: in Azure that of whoever is signed in, elsewhere what is typed.</summary>
internal static class Signing
{
    /// <summary>Finds the name.</summary>
    /// <param name="person">Who is signed in to Azure, or <see langword="null"/> where nobody signs in.</param>
    /// <param name="typed">What was typed, or <see langword="null"/>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CodedException">Somebody else's name was typed, or it is not known who is signed in.</exception>
    /// <exception cref="StorageException">Nobody is signed in.</exception>
    public static async Task<string> NameAsync(SignedInPerson? person, string? typed, CancellationToken cancellation)
    {
        if (person is null)
        {
            return typed ?? Environment.UserName;
        }

        var signedIn = await person.NameAsync(cancellation).ConfigureAwait(false) ?? throw new CodedException(CliCodes.NameUnknown);
        return typed is null || string.Equals(typed.Trim(), signedIn, StringComparison.OrdinalIgnoreCase)
            ? signedIn
            : throw new CodedException(CliCodes.OtherName);
    }

    /// <summary>Signs a decision.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="typed">The name that was typed, or <see langword="null"/>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="CodedException">As <see cref="NameAsync"/>; or the reason cannot be used.</exception>
    public static async Task<Signature> SignAsync(
        Installation installation, string? typed, string reason, CancellationToken cancellation) =>
        new(await NameAsync(installation.Person, typed, cancellation).ConfigureAwait(false), reason);
}
