using Publish.Codes;

namespace Publish.Duck;

/// <summary>What can go wrong in the engine. Its own texts quote rows and paths, so none of them is passed on.</summary>
[Codes]
public static class DuckCodes
{
    /// <summary>The native library could not be loaded.</summary>
    public static readonly Code LibraryMissing = new(
        "engine-library-missing",
        "The native DuckDB library isn't beside the program.",
        "Build or publish the program again: the build links or copies the library from the npm package.");

    /// <summary>The native library is of another version than the one this program was tested with.</summary>
    public static readonly Code LibraryVersion = new(
        "engine-library-version",
        "The native DuckDB library is of another version than this program expects.",
        "Install the version that package.json names and build again: another version writes other bytes.");

    /// <summary>The memory limit was reached and spilling did not help.</summary>
    public static readonly Code OutOfMemory = new(
        "engine-out-of-memory",
        "The work didn't fit in the engine's memory limit.",
        "Raise the memory limit, or lower the number of threads.");

    /// <summary>The limit of the temporary space was reached.</summary>
    public static readonly Code TemporarySpaceFull = new(
        "engine-temporary-space-full",
        "The work didn't fit in the engine's memory and temporary space.",
        "Raise the limit of the temporary space or of the memory.");

    /// <summary>The temporary folder belongs to another running database.</summary>
    public static readonly Code TemporaryFolderInUse = new(
        "engine-temporary-folder-in-use",
        "The engine's temporary folder is in use by another run.",
        "Wait until the other run ends, or give this run a temporary folder of its own.");

    /// <summary>The temporary folder could not be made, emptied or kept private.</summary>
    public static readonly Code TemporaryFolderUnusable = new(
        "engine-temporary-folder-unusable",
        "The engine's temporary folder can't be made, emptied or kept private.",
        "Give it a path that this account owns, on a disk with space, and that is no link.");

    /// <summary>A disk is full.</summary>
    public static readonly Code DiskFull = new(
        "engine-disk-full",
        "A disk is full.",
        "Free space on the disks of the working and the temporary folder.");

    /// <summary>A file could not be read or written.</summary>
    public static readonly Code FileFault = new(
        "engine-file-fault",
        "The engine couldn't read or write a file.",
        "Check that the working folder exists, that this account may write to it, and the disk's health.");

    /// <summary>The lockdown refused a file, a setting or a network address.</summary>
    public static readonly Code AccessRefused = new(
        "engine-access-refused",
        "The engine refused a file or a setting outside what this run may touch.",
        "Report it as a fault of this program: it asked for something that it had locked.");

    /// <summary>A Parquet file is damaged, missing, or uses a feature the reader lacks.</summary>
    public static readonly Code UnreadableParquet = new(
        "unreadable-parquet",
        "The Parquet file can't be read.",
        "Write the file again with an up-to-date tool, check that it was uploaded whole, and send it again.");

    /// <summary>A value does not fit its type.</summary>
    public static readonly Code ValueOutOfRange = new(
        "engine-value-out-of-range",
        "A number grew beyond what its type holds.",
        "Declare a wider type for the measures that are summed.");

    /// <summary>A query was interrupted and nobody had asked for it through its token.</summary>
    public static readonly Code Interrupted = new(
        "engine-interrupted",
        "The engine's work was interrupted.",
        "Run it again.");

    /// <summary>The engine did not accept a statement of this program.</summary>
    public static readonly Code StatementRefused = new(
        "engine-statement-refused",
        "The engine didn't accept a statement of this program.",
        "Report it as a fault of this program, with the error's type.");

    /// <summary>The engine failed inside.</summary>
    public static readonly Code EngineFault = new(
        "engine-fault",
        "The engine failed.",
        "Run it again; if it fails again, report it with the error's type.");
}
