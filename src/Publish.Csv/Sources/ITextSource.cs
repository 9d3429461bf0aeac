namespace Publish.Csv.Sources;

/// <summary>The text of a file as UTF-8, without byte order mark. What could not be decoded is a byte FF.</summary>
internal interface ITextSource : IByteSource
{
    /// <summary>Whether the text ended because its source is damaged.</summary>
    bool BrokeOff { get; }
}
