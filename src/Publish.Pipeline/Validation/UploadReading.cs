using Publish.Csv;

namespace Publish.Pipeline.Validation;

/// <summary>Reads an upload in the format its policy declares, digesting it on the way.</summary>
internal static class UploadReading
{
    /// <summary>Reads every row.</summary>
    /// <param name="format">The declared format.</param>
    /// <param name="upload">What was uploaded.</param>
    /// <param name="columns">The declared columns.</param>
    /// <param name="consumer">Takes the rows.</param>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="progress">Told the share of the file that is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The reader's report, and the file's SHA-256.</returns>
    /// <exception cref="StopException">The file cannot be opened.</exception>
    public static (ReadReport Report, string Sha256) Read(
        FileFormat format,
        IUploadContent upload,
        IReadOnlyList<CsvColumn> columns,
        IBatchConsumer consumer,
        RunSettings settings,
        IProgress<double> progress,
        CancellationToken cancellation)
    {
        using var file = upload.Open() ?? throw new StopException(Verdict.Rejected, Admission.AdmissionCodes.UploadNotFound);
        var length = Math.Max(1, file.Length);
        var options = new ReadOptions
        {
            Threads = settings.Threads,
            FaultsListedPerKind = settings.FaultsListedPerKind,
            MaximumDecodedBytes = UnpackingLimit.Of(format, file.Length),
            Progress = new ShareProgress(progress, length),
        };
        using var stream = new HashingStream(file);
        var report = format.Kind == FileKind.Parquet
            ? ParquetUpload.Read(stream, upload, columns, consumer, settings, options, format.MaximumRecordBytes, cancellation)
            : CsvReader.Read(stream, DeclaredColumns.Of(format), columns, consumer, options, cancellation);
        var digest = stream.Digest();
        upload.EnsureUnchanged();
        return (report, digest);
    }

    /// <summary>Names a declared format for a receipt.</summary>
    /// <param name="format">The format.</param>
    /// <returns>For example <c>csv, utf8, gzip</c>.</returns>
    public static string FormatOf(FileFormat format)
    {
        var parts = new List<string> { format.Kind == FileKind.Parquet ? "Parquet" : "CSV" };
        if (format.Kind == FileKind.Csv)
        {
            parts.Add(format.Encoding switch
            {
                FileEncoding.Utf8 => "UTF-8",
                FileEncoding.Latin1 => "Latin-1",
                FileEncoding.Windows1252 => "Windows-1252",
                _ => "UTF-16",
            });
            if (format.Compression != FileCompression.None)
            {
                parts.Add(format.Compression == FileCompression.Gzip ? "gzip" : "zstd");
            }
        }

        return string.Join(", ", parts);
    }

    private sealed class ShareProgress(IProgress<double> progress, long length) : IProgress<long>
    {
        public void Report(long value) => progress.Report(Math.Min(1, value / (double)length));
    }
}
