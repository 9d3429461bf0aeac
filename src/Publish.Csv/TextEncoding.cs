namespace Publish.Csv;

/// <summary>How a file's characters are stored. It is declared, never guessed; a byte that does not fit is a fault.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>UTF-16 whose byte order mark, which must be there, tells the order.</summary>
    Utf16,

    /// <summary>UTF-16, low byte first, with or without a byte order mark.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first, with or without a byte order mark.</summary>
    Utf16BigEndian,

    /// <summary>
    /// ISO 8859-1. The control codes 80–9F are refused: in files of this name they are nearly always Windows-1252.
    /// </summary>
    Latin1,

    /// <summary>Windows code page 1252. Its five undefined bytes (81, 8D, 8F, 90, 9D) are refused.</summary>
    Windows1252,
}
