namespace Publish.Pipeline.Release;

/// <summary>
/// Another run of the same upload has the edition, compared with other versions than this one was: run again, this one takes
/// what the ledger has by now. A version that waited cannot be run again.
/// </summary>
internal sealed class EditionMovedException() : IOException("Another run claimed the edition meanwhile; run it again.");
