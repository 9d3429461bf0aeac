using Publish.Attacks.Records;
using Publish.Attacks.Tables;
using Publish.Codes;
using Publish.Duck;
using Publish.Metadata;
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>The files of an edition's versions as read back, each CSV file compared with its Parquet file.</summary>
internal sealed class ReadBackVersions
{
    private readonly Dictionary<string, PublishedTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PublishedRecords> _records = new(StringComparer.Ordinal);
    private readonly bool _areFilesPublished;
    private readonly DuckConnection _connection;
    private readonly ExaminationLog _log;
    private readonly AuditorKnowledge? _auditor;

    private ReadBackVersions(bool areFilesPublished, DuckConnection connection, ExaminationLog log, AuditorKnowledge? auditor) =>
        (_areFilesPublished, _connection, _log, _auditor) = (areFilesPublished, connection, log, auditor);

    /// <summary>The tables, by release.</summary>
    public IReadOnlyDictionary<string, PublishedTable> Tables => _tables;

    /// <summary>The records, by release.</summary>
    public IReadOnlyDictionary<string, PublishedRecords> Records => _records;

    /// <summary>Reads every release.</summary>
    /// <param name="releases">The releases, each with its certificate and its folder; none twice.</param>
    /// <param name="areFilesPublished">Whether files that cannot be read are a finding about them, not a failure of the run.</param>
    /// <param name="connection">A connection that may read the folders.</param>
    /// <param name="log">Takes what the comparison of the formats finds.</param>
    /// <param name="auditor">What the auditor knows beside; <see langword="null"/> for one who has the files alone.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CodedException">A published release cannot be read.</exception>
    public static ReadBackVersions Of(
        IEnumerable<(Certificate Certificate, string Folder, CertifiedRelease Release)> releases,
        bool areFilesPublished,
        DuckConnection connection,
        ExaminationLog log,
        AuditorKnowledge? auditor,
        CancellationToken cancellation)
    {
        var versions = new ReadBackVersions(areFilesPublished, connection, log, auditor);
        foreach (var (certificate, folder, release) in releases)
        {
            versions.Open(certificate, folder, release, cancellation);
        }

        return versions;
    }

    private void Open(Certificate certificate, string folder, CertifiedRelease release, CancellationToken cancellation)
    {
        // A certificate from elsewhere could name anything; only files of the version's own folder are opened.
        if (!Names.IsName(release.Name))
        {
            throw new InvalidOperationException("A release's name is not a name.");
        }

        // Published files that cannot be read are a finding about them; before that a failure is the run's own.
        try
        {
            Read(certificate, folder, release, cancellation);
        }
        catch (Exception e) when (_areFilesPublished && e
            is IOException or UnauthorizedAccessException or DuckException or ArgumentException or InvalidOperationException
            or KeyNotFoundException or FormatException or ArithmeticException)
        {
            throw new CodedException(AuditCodes.UnreadableRelease, $"release {release.Name}");
        }
    }

    private void Read(Certificate certificate, string folder, CertifiedRelease release, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, release.Name + ".parquet");
        if (release.Kind == "table")
        {
            var protectsRows = certificate.Protects == "rows";
            _tables[release.Name] = ReadBackTable.Read(
                _connection,
                path,
                release,
                protectsRows,
                column => _auditor?.IsNeverNegative(column) == true,
                column => _auditor is null ? PublishedFormulas.Of(column, release, protectsRows) : _auditor.FormulaOf(release.Name, column.Name),
                cancellation);
        }
        else
        {
            _records[release.Name] = ReadBackRecords.Read(_connection, path, release, cancellation);
        }

        var (rows, findings) = FormatComparison.Run(_connection, folder, release, cancellation);
        _log.Note("formats", rows, findings);
    }
}
