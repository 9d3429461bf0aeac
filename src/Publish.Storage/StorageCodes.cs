using Publish.Codes;

namespace Publish.Storage;

/// <summary>What can be wrong with a place.</summary>
[Codes]
public static class StorageCodes
{
    /// <summary>The place does not answer, or says that it cannot just now.</summary>
    public static readonly Code Unavailable = new(
        "storage-unavailable",
        "The storage account did not do what was asked.",
        "Nothing is lost: the work is taken up again. If it lasts, see that the account can be reached and has room.");

    /// <summary>The place does not let this program do that.</summary>
    public static readonly Code Denied = new(
        "storage-denied",
        "The storage account refuses access.",
        "Give the identity that runs the program the role it needs on the container, and sign in again.");

    /// <summary>No account is named.</summary>
    public static readonly Code AccountMissing = new(
        "storage-account-missing",
        "It is not known where a storage account is.",
        "Set PrivateStorage__blobServiceUri, and PublicStorage__blobServiceUri and so on for each audience, to the https addresses of the accounts' blob endpoints.");

    /// <summary>The account is not set up.</summary>
    public static readonly Code ContainerMissing = new(
        "storage-container-missing",
        "The storage account lacks a container.",
        "Deploy the infrastructure, or make the container that the documentation of storage lists.");
}
