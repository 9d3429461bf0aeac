using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Pipeline.Parts;

/// <summary>A closed folder of parts in private storage, each as it was when the folder's marker was taken up.</summary>
internal sealed class StoredFolder : UploadFolder
{
    // A worker that reads a part says that it lives far less often than this.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly OperationContext _context;
    private readonly UploadIdentity _marker;
    private readonly ClosedFolder? _folder;
    private readonly byte[] _content;
    private readonly PartShelf _shelf;
    private PartList? _list;

    private StoredFolder(OperationContext context, UploadIdentity marker, ClosedFolder? folder, byte[] content)
    {
        (_context, _marker, _folder, _content) = (context, marker, folder, content);
        _shelf = new PartShelf(context.Private, marker.FolderPath);
    }

    /// <inheritdoc />
    public override IReadOnlyList<IUploadContent> Files => [.. Parts.Select(Content)];

    /// <inheritdoc />
    internal override PartList List => _list ??= Read();

    private IReadOnlyList<UploadIdentity> Parts =>
        [.. _folder!.Parts.Select(part => UploadIdentity.Of($"{_marker.FolderPath}/{part.Name}", part.Tag))];

    /// <summary>Closes a folder, unless that is done, and opens it.</summary>
    /// <param name="context">What operations work with.</param>
    /// <param name="marker">The closing marker.</param>
    /// <param name="cancellation">Stops the calls.</param>
    /// <returns>The folder; what is wrong with it is told when its list is asked for.</returns>
    public static async Task<StoredFolder> OpenAsync(OperationContext context, UploadIdentity marker, CancellationToken cancellation)
    {
        var folder = await new FolderLedger(context.Private).CloseAsync(marker, cancellation).ConfigureAwait(false);
        var content = Array.Empty<byte>();
        var stream = folder is null ? null : await context.Private.OpenReadAsync(marker.Name!.Value, cancellation).ConfigureAwait(false);
        if (stream is not null)
        {
            await using (stream.ConfigureAwait(false))
            {
                content = new byte[Math.Min(stream.Length, PartList.MostBytes + 1)];
                await stream.ReadExactlyAsync(content, cancellation).ConfigureAwait(false);
            }
        }

        return new StoredFolder(context, marker, stream is null ? null : folder, content);
    }

    /// <inheritdoc />
    internal override async Task<IReadOnlyList<PartialClassTable>> TablesAsync(
        AdmittedUpload upload, GroupingPlan plan, RunSettings settings, IProgress<double> progress, CancellationToken cancellation)
    {
        var secret = await _shelf.SecretAsync(cancellation).ConfigureAwait(false);
        var parts = Parts;
        var tables = new PartialClassTable?[parts.Count];
        while (tables.Any(table => table is null))
        {
            var before = tables.Count(table => table is not null);
            for (var part = 0; part < tables.Length; part++)
            {
                tables[part] ??= await TryTableAsync(parts[part], part, upload, plan, settings, secret, cancellation).ConfigureAwait(false);
                progress.Report(tables.Count(table => table is not null) / (double)tables.Length);
            }

            if (tables.Count(table => table is not null) == before)
            {
                // The rest is being read by others; a worker that died among them loses its claim.
                await Task.Delay(Pause, _context.Time, cancellation).ConfigureAwait(false);
            }
        }

        return tables!;
    }

    private async Task<PartialClassTable?> TryTableAsync(
        UploadIdentity part,
        int number,
        AdmittedUpload upload,
        GroupingPlan plan,
        RunSettings settings,
        byte[] secret,
        CancellationToken cancellation)
    {
        var target = PartialFolder(settings, number);
        if (await _shelf.FindAsync(part, upload.PolicySha256, secret, cancellation).ConfigureAwait(false) is { } there)
        {
            return await _shelf.FetchAsync(part, there, target, cancellation).ConfigureAwait(false);
        }

        // As any worker would whom the part's event reaches, so that each part is read by one.
        var stat = await _context.Private.FindAsync(part.Name!.Value, cancellation).ConfigureAwait(false);
        if (stat?.Tag != part.Tag)
        {
            throw new BlobChangedException();
        }

        if (await new UploadWork(_context).DoAsync(part, stat, cancellation).ConfigureAwait(false) is null
            && await new UploadLedger(_context.Private).FindAsync(part, cancellation).ConfigureAwait(false) is not { Record.IsSettled: true })
        {
            return null;
        }

        if (await _shelf.FindAsync(part, upload.PolicySha256, secret, cancellation).ConfigureAwait(false) is { } found)
        {
            return await _shelf.FetchAsync(part, found, target, cancellation).ConfigureAwait(false);
        }

        // It was read under another policy, or could not be read by those who tried.
        var own = new PartGrouping(settings, new Progress<double>()).Run(upload, Content(part), plan, secret, target, cancellation);
        await _shelf.PutAsync(part, own, secret, cancellation).ConfigureAwait(false);
        return own;
    }

    private StoredUpload Content(UploadIdentity part) => new(_context.Private, part.Name!.Value, part.Tag);

    private PartList Read()
    {
        if (_folder is null)
        {
            throw new BlobChangedException();
        }

        return _folder.Late.Count == 0
            ? PartList.Of(_folder.Parts.Select(part => part.Name), _content)
            : throw new StopException(Verdict.Rejected, _folder.Late.Select(name => new Codes.Finding(PartCodes.LatePart, $"part {name}")));
    }
}
