using Publish.Codes;

namespace Publish.Csv;

/// <summary>
/// What can be wrong with a delimited file. Identifiers are those of Frictionless where it has one
/// (https://framework.frictionlessdata.io/docs/errors/file.html); a constraint has a code for each kind.
/// </summary>
[Codes]
public static class CsvCodes
{
    /// <summary>The file has no bytes, or nothing but a byte order mark.</summary>
    public static readonly Code EmptyFile = new(
        "empty-file",
        "The file is empty.",
        "Send the file again; its first row must be the header.");

    /// <summary>A spreadsheet instead of delimited text.</summary>
    public static readonly Code ExcelFile = new(
        "excel-file",
        "The file is a spreadsheet, not delimited text.",
        "In the spreadsheet choose Save As and the type \"CSV UTF-8\", and send that file.");

    /// <summary>Some other recognisable format instead of delimited text.</summary>
    public static readonly Code ForeignFile = new(
        "foreign-file",
        "The file is not delimited text.",
        "Send the table as a CSV file.");

    /// <summary>Compressed, though the declared format says it is not.</summary>
    public static readonly Code UndeclaredCompression = new(
        "undeclared-compression",
        "The file is compressed, and the policy does not say so.",
        "Declare the compression in the policy, or send the file uncompressed.");

    /// <summary>The compressed data is damaged, incomplete, or not of the declared kind.</summary>
    public static readonly Code CompressionError = new(
        "compression-error",
        "The compressed file cannot be unpacked to its end.",
        "Compress the file and send it again.");

    /// <summary>More unpacked bytes than allowed.</summary>
    public static readonly Code DecodedTooLarge = new(
        "decoded-too-large",
        "The file unpacks to more bytes than are allowed.",
        "Send the file in parts, or raise the limit.");

    /// <summary>A byte order mark that contradicts the declared encoding.</summary>
    public static readonly Code ByteOrderMark = new(
        "byte-order-mark",
        "The file's byte order mark contradicts the declared encoding.",
        "Declare the encoding that the file has, or save the file in the declared one.");

    /// <summary>UTF-16 declared and no byte order mark.</summary>
    public static readonly Code MissingByteOrderMark = new(
        "missing-byte-order-mark",
        "The file is declared as UTF-16 and has no byte order mark.",
        "Declare utf-16le or utf-16be, or save the file with a byte order mark.");

    /// <summary>Bytes that are not text in the declared encoding.</summary>
    public static readonly Code EncodingError = new(
        "encoding-error",
        "The text is not in the declared encoding.",
        "Save the file in the declared encoding, or declare the one it has.");

    /// <summary>A NUL character.</summary>
    public static readonly Code NulByte = new(
        "nul-byte",
        "The cell holds a NUL character.",
        "Remove NUL characters; a file full of them is usually UTF-16 and must be declared so.");

    /// <summary>A line that ends in CR alone.</summary>
    public static readonly Code BareCarriageReturn = new(
        "bare-carriage-return",
        "A carriage return outside quotes is not followed by a line feed.",
        "Save the file with line ends LF or CRLF (not \"CSV (Macintosh)\"), and quote cells that hold line ends.");

    /// <summary>The first record has none of the declared labels.</summary>
    public static readonly Code MissingHeader = new(
        "missing-header",
        "The first row has none of the declared column names.",
        "Put the column names into the first row, and check the declared delimiter.");

    /// <summary>A label without text.</summary>
    public static readonly Code BlankHeader = new(
        "blank-header",
        "A column has no name.",
        "Name the column, or remove it.");

    /// <summary>A declared label that occurs again.</summary>
    public static readonly Code DuplicateLabel = new(
        "duplicate-label",
        "A declared column name occurs again.",
        "Keep one column of the name.");

    /// <summary>A declared label that does not occur.</summary>
    public static readonly Code MissingLabel = new(
        "missing-label",
        "A declared column is not in the file.",
        "Add the column, or change the policy.");

    /// <summary>A label that is not declared.</summary>
    public static readonly Code ExtraLabel = new(
        "extra-label",
        "The file has a column that is not declared.",
        "Remove the column, or declare it in the policy.");

    /// <summary>A label that is declared but for spaces or capitals.</summary>
    public static readonly Code IncorrectLabel = new(
        "incorrect-label",
        "A column name differs from a declared one by spaces or capitals only.",
        "Write the column name exactly as declared.");

    /// <summary>More cells than labels.</summary>
    public static readonly Code ExtraCell = new(
        "extra-cell",
        "The row has more cells than the header.",
        "Remove the extra cells; a cell that holds the delimiter must be quoted.");

    /// <summary>Fewer cells than labels.</summary>
    public static readonly Code MissingCell = new(
        "missing-cell",
        "The row has fewer cells than the header.",
        "Add the missing cells; an empty cell still needs its delimiter.");

    /// <summary>A row without any text.</summary>
    public static readonly Code BlankRow = new(
        "blank-row",
        "The row has nothing in any cell.",
        "Remove the row.");

    /// <summary>A record longer than the limit.</summary>
    public static readonly Code RecordTooLong = new(
        "record-too-long",
        "The row is longer than allowed.",
        "Check that the row ends in a line end; raise the limit if such rows are meant.");

    /// <summary>A quote that is never closed.</summary>
    public static readonly Code UnterminatedQuote = new(
        "unterminated-quote",
        "A quote that opens a cell is not closed within the longest row allowed.",
        "Close the quote; a quote inside a quoted cell is written twice.");

    /// <summary>A quote inside a cell that does not start with one.</summary>
    public static readonly Code StrayQuote = new(
        "stray-quote",
        "A cell that does not start with a quote holds one.",
        "Quote the whole cell and write the quote inside it twice.");

    /// <summary>Text between a closing quote and the end of the cell.</summary>
    public static readonly Code TextAfterQuote = new(
        "text-after-quote",
        "Text follows the closing quote of a cell.",
        "Write a quote inside a quoted cell twice, and put nothing between the closing quote and the delimiter.");

    /// <summary>A cell that is not of the declared type.</summary>
    public static readonly Code TypeError = new(
        "type-error",
        "The cell is not of the declared type.",
        "Correct the cell, or the declared type or format.");

    /// <summary>A missing cell in a required column.</summary>
    public static readonly Code Required = new(
        "constraint-required",
        "The cell is missing, and the column is required.",
        "Give the value.");

    /// <summary>A value below the minimum.</summary>
    public static readonly Code Minimum = new(
        "constraint-minimum",
        "The value is less than the declared minimum.",
        "Correct the value, or the declared minimum.");

    /// <summary>A value above the maximum.</summary>
    public static readonly Code Maximum = new(
        "constraint-maximum",
        "The value is greater than the declared maximum.",
        "Correct the value, or the declared maximum.");

    /// <summary>A text that does not match the pattern.</summary>
    public static readonly Code Pattern = new(
        "constraint-pattern",
        "The text does not match the declared pattern.",
        "Correct the text, or the declared pattern.");

    /// <summary>A text that is not permitted.</summary>
    public static readonly Code Values = new(
        "constraint-values",
        "The text is not one of the declared values.",
        "Correct the text, or add it to the declared values.");
}
