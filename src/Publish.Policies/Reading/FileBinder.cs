using Publish.Policies.Files;
using Publish.Policies.Format;

namespace Publish.Policies.Reading;

/// <summary>Makes the file format of a checked section.</summary>
internal static class FileBinder
{
    public static FileFormat Bind(Section file)
    {
        var defaults = new FileFormat();
        return new FileFormat
        {
            Kind = file["format"].Word(Vocabularies.FileKind),
            Encoding = file["encoding"].Word(Vocabularies.Encoding),
            Delimiter = file["delimiter"].TextOrNone switch
            {
                null => defaults.Delimiter,
                FileFormatKeys.Tab => '\t',
                var text => text.FirstOrDefault(defaults.Delimiter),
            },
            DecimalMark = file["decimalMark"].Text == "," ? ',' : defaults.DecimalMark,
            DateFormat = file["dateFormat"].TextOrNone ?? defaults.DateFormat,
            TimestampFormat = file["timestampFormat"].TextOrNone,
            Compression = file["compression"].Word(Vocabularies.Compression),
            MissingMarks = file["missing"].TextsOrNone ?? defaults.MissingMarks,
            MaximumRecordBytes = (int)Math.Clamp(file["maximumRecordBytes"].Whole(defaults.MaximumRecordBytes), 0, int.MaxValue),
            MaximumBytes = file["maximumBytes"].Whole(defaults.MaximumBytes),
        };
    }
}
