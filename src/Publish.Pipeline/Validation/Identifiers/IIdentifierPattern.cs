namespace Publish.Pipeline.Validation.Identifiers;

/// <summary>A pattern of personal identifiers, judged cell by cell; a column is judged by the share of its cells that match.</summary>
internal interface IIdentifierPattern
{
    /// <summary>What the identifier is called in a message.</summary>
    string Name { get; }

    /// <summary>The shortest text, in bytes, that can match.</summary>
    int MinimumLength { get; }

    /// <summary>The longest text, in bytes, that can match.</summary>
    int MaximumLength { get; }

    /// <summary>
    /// The share of a column's filled cells from which the column is taken to hold identifiers. Higher where chance
    /// alone matches: a random ten-digit number passes the NHS check once in eleven times.
    /// </summary>
    double TellingShare { get; }

    /// <summary>Whether a match can start with a byte: a quick look before the slow one.</summary>
    /// <param name="first">The text's first byte.</param>
    /// <returns>False where <see cref="Matches"/> is false of every such text.</returns>
    bool CanStartWith(byte first);

    /// <summary>Whether a cell has the shape of the identifier.</summary>
    /// <param name="text">UTF-8 text whose length lies within the bounds and that starts as it can.</param>
    /// <returns><see langword="true"/> when it matches.</returns>
    bool Matches(ReadOnlySpan<byte> text);
}
