using System.Text.Json;
using System.Xml;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Publish.Storage.Accounts;

/// <summary>What the service's answers mean.</summary>
internal static class Answers
{
    private const int NotFound = 404;
    private const int ConditionFailed = 412;

    /// <summary>The request's condition for an expectation.</summary>
    /// <param name="expected">As <see cref="BlobWrite.Expected"/>.</param>
    /// <returns>The condition, or <see langword="null"/> for none.</returns>
    public static BlobRequestConditions? Condition(string? expected) => expected switch
    {
        BlobWrite.AnyTag => null,
        null => new BlobRequestConditions { IfNoneMatch = ETag.All },
        _ => new BlobRequestConditions { IfMatch = new ETag(expected) },
    };

    /// <summary>Does a request.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="request">The request.</param>
    /// <returns>Its result.</returns>
    /// <exception cref="StorageException">The service did not do it.</exception>
    public static async Task<T> OfAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request().ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfService(e))
        {
            throw Failure(e);
        }
    }

    /// <summary>Does a request about a blob that may be missing.</summary>
    /// <typeparam name="T">The type of its result.</typeparam>
    /// <param name="request">The request.</param>
    /// <returns>Its result, or nothing where there is no blob.</returns>
    public static async Task<T?> OfReadingAsync<T>(Func<Task<T?>> request)
    {
        try
        {
            return await request().ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == NotFound && e.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return default;
        }
        catch (Exception e) when (IsOfService(e))
        {
            throw Failure(e);
        }
    }

    /// <summary>Does a request under a condition.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Whether the condition was met, and the request done.</returns>
    public static async Task<bool> OfConditionAsync(Func<Task> request)
    {
        try
        {
            await request().ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (IsCondition(e))
        {
            return false;
        }
        catch (Exception e) when (IsOfService(e))
        {
            throw Failure(e);
        }
    }

    /// <summary>
    /// Whether an exception is the client's word on a request: an answer of the service; where no attempt had one, all
    /// attempts together; an answer that is not what it says it is, such as half a listing; or that nobody is signed in.
    /// </summary>
    /// <param name="e">The exception.</param>
    /// <returns>True where <see cref="Failure"/> says what it tells.</returns>
    public static bool IsOfService(Exception e) =>
        e is RequestFailedException or AggregateException or XmlException or JsonException or SignInException;

    /// <summary>What a failed request tells.</summary>
    /// <param name="failure">The client's exception, whose text has addresses in it.</param>
    /// <returns>An exception without them.</returns>
    public static IOException Failure(Exception failure) => StatusOf(failure) switch
    {
        _ when failure is SignInException => new StorageException(StorageCodes.Denied, 0),
        ConditionFailed => new BlobChangedException(),
        var status and (401 or 403) => new StorageException(StorageCodes.Denied, status),
        NotFound => new StorageException(StorageCodes.ContainerMissing, NotFound),
        var status => new StorageException(StorageCodes.Unavailable, status),
    };

    private static int StatusOf(Exception failure) => failure switch
    {
        RequestFailedException answer => answer.Status,
        AggregateException { InnerExceptions: [.., RequestFailedException last] } => last.Status,
        _ => 0,
    };

    private static bool IsCondition(RequestFailedException e) =>
        e.Status == ConditionFailed
        || e.ErrorCode == BlobErrorCode.BlobAlreadyExists
        || e.ErrorCode == BlobErrorCode.BlobImmutableDueToPolicy
        || e.ErrorCode == BlobErrorCode.LeaseAlreadyPresent
        || e.ErrorCode == BlobErrorCode.BlobNotFound;
}
