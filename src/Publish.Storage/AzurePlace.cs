using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Publish.Storage.Accounts;

namespace Publish.Storage;

/// <summary>A place in an account of Azure Blob Storage.</summary>
/// <remarks>
/// The first segment of a name is its container where the account has one of that name; every other name lies in the
/// account's root container, as a web site's do. Conditions are the service's own (<c>If-Match</c>, <c>If-None-Match</c>).
/// The client repeats requests whose answer was lost, so a condition can fail because of the caller's own first attempt:
/// a caller that is refused looks at what is there.
/// </remarks>
public sealed class AzurePlace : IPrivatePlace, IPublicPlace
{
    // Large enough for few requests, small enough for the memory of the smallest instance.
    private const int BufferSize = 4 << 20;
    private const string DigestNote = "sha256";

    private readonly AccountContainers _containers;

    private AzurePlace(AccountContainers containers) => _containers = containers;

    /// <summary>Opens the place of everything that is not published.</summary>
    /// <param name="account">The private account.</param>
    /// <returns>The place.</returns>
    public static IPrivatePlace Private(BlobServiceClient account) => new AzurePlace(AccountContainers.OfPrivate(account));

    /// <summary>Opens the place that an audience reads.</summary>
    /// <param name="account">The account of that audience.</param>
    /// <returns>The place.</returns>
    public static IPublicPlace Public(BlobServiceClient account) => new AzurePlace(AccountContainers.OfAudience(account));

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(BlobName name, CancellationToken cancellation) =>
        Answers.OfReadingAsync(async () => (Stream?)new PinnedStream(
            await _containers.BlobOf(name).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = BufferSize }, cancellation)
                .ConfigureAwait(false)));

    /// <inheritdoc />
    public Task<BlobStat?> FindAsync(BlobName name, CancellationToken cancellation) =>
        Answers.OfReadingAsync<BlobStat?>(async () =>
        {
            var found = (await _containers.BlobOf(name).GetPropertiesAsync(cancellationToken: cancellation).ConfigureAwait(false)).Value;
            return new BlobStat(
                found.ETag.ToString(),
                found.ContentLength,
                found.LastModified,
                new Dictionary<string, string>(found.Metadata, StringComparer.OrdinalIgnoreCase));
        });

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (container, path, before) in _containers.Below(prefix))
        {
            var pages = container.GetBlobsAsync(new GetBlobsOptions { Prefix = path }, cancellation).GetAsyncEnumerator(cancellation);
            await using (pages.ConfigureAwait(false))
            {
                while (await Answers.OfAsync(async () => await pages.MoveNextAsync().ConfigureAwait(false)).ConfigureAwait(false))
                {
                    var blob = pages.Current;
                    yield return new BlobEntry(
                        before + blob.Name,
                        blob.Properties.ETag.GetValueOrDefault().ToString("H"),
                        blob.Properties.ContentLength ?? 0,
                        blob.Properties.LastModified ?? default);
                }
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<string> ListFoldersAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (container, path, _) in _containers.Below(prefix))
        {
            var pages = container.GetBlobsByHierarchyAsync(
                new GetBlobsByHierarchyOptions { Prefix = path, Delimiter = "/" }, cancellation).GetAsyncEnumerator(cancellation);
            await using (pages.ConfigureAwait(false))
            {
                while (await Answers.OfAsync(async () => await pages.MoveNextAsync().ConfigureAwait(false)).ConfigureAwait(false))
                {
                    if (pages.Current.IsPrefix)
                    {
                        yield return pages.Current.Prefix[(path?.Length ?? 0)..].TrimEnd('/');
                    }
                }
            }
        }
    }

    /// <inheritdoc />
    public Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(write);
        return Answers.OfConditionAsync(() => _containers.BlobOf(name).UploadAsync(content, OptionsOf(name, write), cancellation));
    }

    /// <inheritdoc />
    public async Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation) =>
        await Answers.OfConditionAsync(() => _containers.BlobOf(name)
            .DeleteAsync(conditions: Answers.Condition(expected), cancellationToken: cancellation)).ConfigureAwait(false)
        || await FindAsync(name, cancellation).ConfigureAwait(false) is null;

    /// <inheritdoc />
    public async Task<bool> TryCopyAsync(BlobName source, BlobName target, string? expected, CancellationToken cancellation)
    {
        if (await FindAsync(source, cancellation).ConfigureAwait(false) is not { } stat)
        {
            return false;
        }

        return await Answers.OfConditionAsync(async () =>
        {
            var copy = await _containers.BlobOf(target).StartCopyFromUriAsync(
                _containers.BlobOf(source).Uri,
                new BlobCopyFromUriOptions
                {
                    SourceConditions = new BlobRequestConditions { IfMatch = new ETag(stat.Tag) },
                    DestinationConditions = Answers.Condition(expected),
                },
                cancellation).ConfigureAwait(false);
            await copy.WaitForCompletionAsync(cancellation).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<IBlobLease?> TryLeaseAsync(BlobName name, TimeSpan duration, CancellationToken cancellation)
    {
        var blob = _containers.BlobOf(name);
        await this.TryWriteAsync(name, [], BlobWrite.New, cancellation).ConfigureAwait(false);
        var lease = blob.GetBlobLeaseClient();
        return await Answers.OfConditionAsync(() => lease.AcquireAsync(duration, cancellationToken: cancellation)).ConfigureAwait(false)
            ? new AccountLease(lease)
            : null;
    }

    /// <inheritdoc />
    /// <remarks>Each file carries its digest, so that one put before is known without being read.</remarks>
    public async Task<bool> TryPutFolderAsync(BlobName folder, string staged, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(staged).Order(StringComparer.Ordinal))
        {
            var name = folder.Below(Path.GetFileName(path));
            names.Add(name.Value);
            if (!await TryPutFileAsync(name, path, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        await foreach (var there in ListAsync(folder.Value + "/", cancellation).ConfigureAwait(false))
        {
            if (!names.Contains(there.Name))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> TryPutFileAsync(BlobName name, string path, CancellationToken cancellation)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            var digest = await Digests.OfAsync(file, cancellation).ConfigureAwait(false);
            file.Position = 0;
            var write = BlobWrite.New with
            {
                Metadata = new Dictionary<string, string> { [DigestNote] = digest },
                MaximumAge = TimeSpan.FromDays(1),
            };
            return await TryWriteAsync(name, file, write, cancellation).ConfigureAwait(false)
                || (await FindAsync(name, cancellation).ConfigureAwait(false) is { } there
                    && there.Length == file.Length
                    && there.Metadata.GetValueOrDefault(DigestNote) == digest);
        }
    }

    private static BlobUploadOptions OptionsOf(BlobName name, BlobWrite write) => new()
    {
        Conditions = Answers.Condition(write.Expected),
        Metadata = new Dictionary<string, string>(write.Metadata),
        HttpHeaders = new BlobHttpHeaders
        {
            ContentType = MediaTypes.Of(name),
            CacheControl = write.MaximumAge is { } age ? FormattableString.Invariant($"max-age={(long)age.TotalSeconds}") : null,
        },
        TransferOptions = new Azure.Storage.StorageTransferOptions
        {
            InitialTransferSize = BufferSize,
            MaximumTransferSize = BufferSize,
            MaximumConcurrency = 2,
        },
    };
}
