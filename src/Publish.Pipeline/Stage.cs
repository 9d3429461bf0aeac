namespace Publish.Pipeline;

/// <summary>The stages of an upload's life, in order.</summary>
public enum Stage
{
    /// <summary>The policy is read, and the agreement asked whether this may happen.</summary>
    Admission,

    /// <summary>Every row is read, checked and counted into its class, in one pass.</summary>
    Validation,

    /// <summary>Levels are chosen and cells suppressed, for all releases as one system.</summary>
    Protection,

    /// <summary>The version's files are written in private.</summary>
    Staging,

    /// <summary>The files are read back and attacked.</summary>
    Audit,

    /// <summary>The version is put where its audience reads, pointers last.</summary>
    Release,
}
