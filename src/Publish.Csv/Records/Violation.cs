namespace Publish.Csv.Records;

/// <summary>How a record can break RFC 4180.</summary>
internal enum Violation : byte
{
    None,

    /// <summary>A quote in a cell that does not start with one.</summary>
    StrayQuote,

    /// <summary>A closing quote followed by anything but a quote, a delimiter or a line end.</summary>
    TextAfterQuote,

    /// <summary>Outside quotes, a CR that no LF follows.</summary>
    BareCarriageReturn,
}
