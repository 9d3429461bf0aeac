namespace Publish.Disclosure.Hierarchies;

/// <summary>What the whole numbers of an ordered key stand for.</summary>
public enum ValueKind
{
    /// <summary>Whole numbers.</summary>
    WholeNumber,

    /// <summary>Decimals, in units of their last digit.</summary>
    DecimalNumber,

    /// <summary>Days since 1970-01-01.</summary>
    Date,

    /// <summary>Microseconds since 1970-01-01T00:00:00.</summary>
    Timestamp,
}
