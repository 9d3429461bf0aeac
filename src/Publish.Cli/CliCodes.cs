using Publish.Codes;

namespace Publish.Cli;

/// <summary>What the command line itself has to say.</summary>
[Codes]
public static class CliCodes
{
    /// <summary>The operating system refused a file or a folder.</summary>
    public static readonly Code SystemRefused = new(
        "system-refused",
        "The operating system refused to read or write a file or a folder.",
        "See that the files and folders of the command can be read and written and that the disk has room, then run it again.");

    /// <summary>The user stopped the command.</summary>
    public static readonly Code Stopped = new(
        "stopped",
        "The command was stopped before its end.",
        "Run it again when you are ready; nothing half-done was published.");

    /// <summary>No published version lies below the folder.</summary>
    public static readonly Code NothingToVerify = new(
        "nothing-to-verify",
        "There is no published version below the folder.",
        "Name the folder of a version (it holds certificate.json) or any folder above one.");

    /// <summary>The catalogue has no such code.</summary>
    public static readonly Code UnknownCode = new(
        "unknown-code",
        "There is no such code.",
        "Run `publish explain` for the list of all codes.");

    /// <summary>A line of the file of secrets that is none.</summary>
    public static readonly Code SecretsFile = new(
        "secrets-file",
        "A line of the file of secrets is not name=key, or names a key a second time.",
        "Write one line for each key: its name in policies, =, and the key in Base64. Lines that begin with # are not read.");

    /// <summary>Nothing was sent for the dataset.</summary>
    public static readonly Code NoUploads = new(
        "no-uploads",
        "No worker has met an upload of that dataset.",
        "See that the names and the storage are right; what was just sent is met within minutes where workers run (`publish serve`).");

    /// <summary>Somebody else's name was typed.</summary>
    public static readonly Code OtherName = new(
        "decision-by-other-name",
        "Somebody else is signed in than --by names.",
        "Leave --by out: in Azure, people act under the name with which they are signed in.");

    /// <summary>The token tells no name.</summary>
    public static readonly Code NameUnknown = new(
        "signed-in-name-unknown",
        "It is not known under which name somebody is signed in.",
        "Sign in as a person (az login) or as a program that the directory knows: a name that is only typed decides nothing in Azure.");

    /// <summary>Folders sign nothing.</summary>
    public static readonly Code GrantOfFolder = new(
        "grant-needs-accounts",
        "A folder has no addresses that could be granted.",
        "Name the accounts with --storage azure (or azurite, to try it); on a folder, send the file with `publish upload`.");

    /// <summary>There is no receipt yet.</summary>
    public static readonly Code NoReceipt = new(
        "no-receipt",
        "There is no receipt for that edition, or none of that name.",
        "Ask `publish status AGENCY/DATASET` how far it is; an upload has its receipt when it has been worked on.");
}
