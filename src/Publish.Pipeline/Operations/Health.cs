using Publish.Pipeline.Ledger;

namespace Publish.Pipeline.Operations;

/// <summary>How an installation is, in numbers: nothing of a person, no name of a file.</summary>
public sealed record Health
{
    /// <summary>How many uploads are in each state; a folder of parts is one, told by its closing marker.</summary>
    public required IReadOnlyDictionary<UploadState, int> Uploads { get; init; }

    /// <summary>Uploads that no worker has met yet.</summary>
    public required int Unmet { get; init; }

    /// <summary>Folders of parts that nothing has closed yet.</summary>
    public required int OpenFolders { get; init; }

    /// <summary>Uploads whose worker has gone silent: its claim has ended.</summary>
    public required int Abandoned { get; init; }

    /// <summary>The longest that an upload has waited for its receipt, or <see langword="null"/> where none waits.</summary>
    public required TimeSpan? LongestWait { get; init; }

    /// <summary>Approved versions whose time has come, and which are not published.</summary>
    public required int Overdue { get; init; }

    /// <summary>Raw uploads that are kept.</summary>
    public required int RawKept { get; init; }

    /// <summary>Raw uploads that are kept although the time for it is over.</summary>
    public required int RawOverdue { get; init; }

    /// <summary>Datasets that were sent.</summary>
    public required int Datasets { get; init; }

    /// <summary>
    /// Whether somebody should look: a worker gave up on an upload or went silent, or a timer did not do its work.
    /// </summary>
    public bool NeedsAttention =>
        Abandoned > 0 || Overdue > 0 || RawOverdue > 0 || Uploads.GetValueOrDefault(UploadState.Poisoned) > 0;
}
