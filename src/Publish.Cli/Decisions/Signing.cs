using Publish.Cli.Installations;
using Publish.Codes;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary>Under which name a person acts: in Azure that of whoever is signed in, elsewhere what is typed.</summary>
internal static class Signing
{
    /// <summary>Finds the name.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="typed">What was typed, or <see langword="null"/>.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The name.</returns>
    /// <exception cref="CodedException">Somebody else's name was typed, or nobody is signed in.</exception>
    public static async Task<string> NameAsync(Installation installation, string? typed, CancellationToken cancellation)
    {
        var signedIn = installation.Person is { } person
            ? await person.NameAsync(cancellation).ConfigureAwait(false)
            : null;
        if (signedIn is not null && typed is not null && !string.Equals(typed.Trim(), signedIn, StringComparison.OrdinalIgnoreCase))
        {
            throw new CodedException(CliCodes.OtherName);
        }

        return signedIn ?? typed ?? Environment.UserName;
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
        new(await NameAsync(installation, typed, cancellation).ConfigureAwait(false), reason);
}
