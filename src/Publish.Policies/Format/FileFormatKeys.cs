namespace Publish.Policies.Format;

/// <summary>The keys that say how uploads are written.</summary>
internal static class FileFormatKeys
{
    /// <summary>The word for a tab, which is hard to see.</summary>
    public const string Tab = "tab";

    /// <summary>The file.</summary>
    public static readonly ObjectShape File = new("file", "a mapping that says how uploads are written",
    [
        new("format", Vocabularies.FileKind.Shape, "The kind of file. With `parquet`, only `maximumBytes` and `maximumRecordBytes` have a meaning besides.") { Default = "`csv`" },
        new("encoding", Vocabularies.Encoding.Shape, "How characters are stored. `utf-16` needs a byte order mark.") { Default = "`utf-8`" },
        new("delimiter", new TextShape("one ASCII character that is no letter, digit, quote or line end, or `tab`") { Form = @"tab|[\u0001-\u0009\u000B\u000C\u000E-!#-/:-@\[-`{-\u007F]" }, "What parts cells.") { Default = "`,`" },
        new("decimalMark", new ChoiceShape([".", ","]), "What parts the decimals of numbers.") { Default = "`.`" },
        new("dateFormat", Shapes.Text, "How dates are written: `yyyy`, `MM` and `dd` once each, parted by anything but letters and digits, or by nothing.") { Default = "`yyyy-MM-dd`" },
        new("timestampFormat", Shapes.Text, "How timestamps are written: a date as above with `HH`, `mm` and optionally `ss`, and `T` or `Z` where they are written.") { Default = "ISO 8601" },
        new("compression", Vocabularies.Compression.Shape, "How the file is compressed.") { Default = "`none`" },
        new("missing", Shapes.MissingMarks, "The texts that mean \"no value\".") { Default = "the empty text" },
        new("maximumRecordBytes", Shapes.Whole(64, 1 << 26), "The longest record in bytes of UTF-8. Memory grows with it.") { Default = "1048576" },
        new("maximumBytes", Shapes.Whole(1, 1L << 40), "The most bytes of an upload once it is decompressed. What is packed may become 1 GiB, or 200 times its size where that is more.") { Default = "1099511627776 (1 TiB)" },
    ]);
}
