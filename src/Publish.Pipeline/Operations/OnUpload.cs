using Publish.Pipeline.Ledger;
using Publish.Storage;

namespace Publish.Pipeline.Operations;

/// <summary>
/// Works on an upload that an event or a sweep names. It may be called for one upload as often and in as many places at
/// once as may be: there is one receipt, and at most one version.
/// </summary>
/// <param name="context">What it works with.</param>
public sealed class OnUpload(OperationContext context)
{
    private readonly UploadWork _work = new(context);

    /// <summary>Works on an upload, unless that is done or another worker is at it.</summary>
    /// <param name="name">
    /// The upload's name in private storage, <c>uploads/{agency}/{dataset}/{edition}/{file}</c>, as its sender chose it.
    /// </param>
    /// <param name="cancellation">Stops the work; it is taken up again later.</param>
    /// <returns>The upload's record, or <see langword="null"/> when this worker had nothing to do.</returns>
    /// <exception cref="IOException">Storage failed; the work is taken up again later.</exception>
    public async Task<UploadRecord?> RunAsync(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!BlobName.IsName(name))
        {
            return await _work.DoAsync(UploadIdentity.Of(name, ""), null, cancellation).ConfigureAwait(false);
        }

        var stat = await context.Private.FindAsync(new BlobName(name), cancellation).ConfigureAwait(false);
        return stat is null
            ? null
            : await _work.DoAsync(UploadIdentity.Of(name, stat.Tag), stat, cancellation).ConfigureAwait(false);
    }
}
