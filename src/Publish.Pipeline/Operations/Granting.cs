using Publish.Codes;
using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>Grants somebody without an identity of the installation's one thing for a while; the ledger has the line first.</summary>
/// <param name="context">What it works with.</param>
/// <param name="signatures">Signs addresses.</param>
public sealed class Granting(OperationContext context, AccountSignatures signatures)
{
    /// <summary>How long an upload can be granted at most.</summary>
    public static readonly TimeSpan LongestUpload = TimeSpan.FromHours(24);

    /// <summary>How long reading can be granted at most: what the service allows a key of delegation.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromDays(7);

    // Where the lines about readers lie: no agency is named so.
    private const string Readers = "_readers";
    private const string Public = "public";
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Grants the sending of one upload: it can be created, not read, replaced or deleted.</summary>
    /// <param name="upload">The upload, <c>agency/dataset/edition/file</c>.</param>
    /// <param name="to">To whom: the uploader, who does not approve it.</param>
    /// <param name="lifetime">For how long, 1 minute to <see cref="LongestUpload"/>.</param>
    /// <param name="signature">Who grants it, and why.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The address to put the file to. Whoever has it may: it is told to nobody else, and kept nowhere.</returns>
    /// <exception cref="CodedException">The name or the time cannot be granted.</exception>
    public async Task<Uri> ToSendAsync(
        string upload, string to, TimeSpan lifetime, Signature signature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var identity = UploadIdentity.Of($"{Containers.Uploads}/{upload}", "");
        if (identity.Name is not { } name)
        {
            throw new CodedException(OperationCodes.UploadName);
        }

        if (context.CarriesOut && await context.Private.FindTagAsync(name, cancellation).ConfigureAwait(false) is not null)
        {
            throw new CodedException(OperationCodes.GrantTaken);
        }

        var grant = GrantOf(name.Value, identity.Edition, to, lifetime, LongestUpload, signature);
        await context.DecideAsync(identity.Agency!, identity.Dataset!, grant, cancellation).ConfigureAwait(false);
        return await signatures.ToCreateAsync(name, grant.Until!.Value, cancellation).ConfigureAwait(false);
    }

    /// <summary>Grants the reading of what an audience reads.</summary>
    /// <param name="audience">The audience, not <c>public</c>.</param>
    /// <param name="to">To whom.</param>
    /// <param name="lifetime">For how long, 1 minute to <see cref="LongestReading"/>.</param>
    /// <param name="signature">Who grants it, and why.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The address below which everything can be listed and read.</returns>
    /// <exception cref="CodedException">The audience or the time cannot be granted.</exception>
    public async Task<Uri> ToReadAsync(
        string audience, string to, TimeSpan lifetime, Signature signature, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (audience == Public || !Audiences.Names.Contains(audience))
        {
            throw new CodedException(OperationCodes.GrantAudience);
        }

        var grant = GrantOf(null, null, to, lifetime, LongestReading, signature);
        await context.DecideAsync(Readers, audience, grant, cancellation).ConfigureAwait(false);
        return await signatures.ToReadAsync(audience, grant.Until!.Value, cancellation).ConfigureAwait(false);
    }

    private Decision GrantOf(string? upload, string? edition, string to, TimeSpan lifetime, TimeSpan longest, Signature signature)
    {
        if (lifetime < Shortest || lifetime > longest)
        {
            throw new CodedException(OperationCodes.GrantLifetime);
        }

        var now = context.Time.GetUtcNow();
        return Signature.IsName(to)
            ? new Decision(DecisionKind.Grant, signature.By, now, signature.Reason, upload, edition) { To = to.Trim(), Until = now + lifetime }
            : throw new CodedException(OperationCodes.NameAndReason);
    }
}
