using System.Security.Cryptography;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Validation;
using Publish.Storage;

namespace Publish.Pipeline.Staging;

/// <summary>Writes a version's files into the run's private folder, a folder for each audience.</summary>
internal sealed class StagingStage(RunSettings settings)
{
    /// <summary>The certificate's name in a version's folder.</summary>
    public const string CertificateName = "certificate.json";

    /// <summary>Writes the version.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="content">What was uploaded, for releases of records, which are read a second time.</param>
    /// <param name="grouped">The grouped upload.</param>
    /// <param name="protectedUpload">What protection decided.</param>
    /// <param name="record">Which version it is, and what each audience had before: it is compared with that.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>The staged version of each audience, by its name.</returns>
    /// <exception cref="StopException">The upload changed between its two readings.</exception>
    public IReadOnlyDictionary<string, StagedVersion> Run(
        AdmittedUpload upload,
        IUpload content,
        GroupedUpload grouped,
        ProtectedUpload protectedUpload,
        EditionRecord record,
        CancellationToken cancellation)
    {
        var root = Directory.CreateDirectory(Path.Combine(settings.TemporaryFolder, "staging")).FullName;
        using (var database = RunDatabase.Open(settings, "writing", [root]))
        {
            using var connection = database.Connect();
            foreach (var (plan, table) in protectedUpload.Tables)
            {
                new TableRows(plan, table, protectedUpload.Perturbed.GetValueOrDefault(plan.Release.Name), upload.Policy).Fill(connection, plan.Release.Name);
                Write(connection, upload, record, plan.Release.Name, FolderOf(root, plan.Release), "", cancellation);
            }

            foreach (var records in protectedUpload.Records)
            {
                ReadAgain(database, upload, content, grouped, records, cancellation);
                Write(connection, upload, record, records.Plan.Release.Name, FolderOf(root, records.Plan.Release), " ORDER BY ALL", cancellation);
            }
        }

        return upload.Policy.Audiences.ToDictionary(
            Audiences.NameOf,
            audience => Complete(
                upload with { Policy = upload.Policy.For(audience) }, grouped, protectedUpload, record, FolderOf(root, audience)),
            StringComparer.Ordinal);
    }

    // From here on the policy is what the audience may know of it, so that nothing written tells it of another.
    private static StagedVersion Complete(
        AdmittedUpload upload, GroupedUpload grouped, ProtectedUpload protectedUpload, EditionRecord record, string folder)
    {
        var certificate = CertificateWriter.Of(upload, grouped, protectedUpload, record.Version, name => FileAt(folder, name));
        var described = Describe(certificate, upload, record, folder);
        File.WriteAllBytes(Path.Combine(folder, CertificateName), CertificateJson.Write(described));
        return Finish(upload, record, folder);
    }

    private static Certificate Describe(Certificate certificate, AdmittedUpload upload, EditionRecord record, string folder)
    {
        var files = MetadataFiles.Of(
            certificate, upload.Policy, record.Before.GetValueOrDefault(certificate.Audience), record.Correction?.Reason);
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        return certificate with { Files = [.. files.Select(file => MetadataFiles.Certified(file.Name, file.Content))] };
    }

    private static StagedVersion Finish(AdmittedUpload upload, EditionRecord record, string folder)
    {
        PublishedFile[] files = [.. Names(folder).Select(name => FileAt(folder, name))];
        var digests = files.ToDictionary(file => file.Name, file => file.Sha256, StringComparer.Ordinal);
        File.WriteAllBytes(Path.Combine(folder, DigestList.FileName), DigestList.Write(digests));
        var dataset = new BlobName($"data/{upload.Policy.Agency}/{upload.Policy.Dataset}");
        return new StagedVersion(
            dataset, upload.Edition, record.Version, folder, [.. Names(folder).Select(name => FileAt(folder, name))]);
    }

    private static void Write(
        DuckConnection connection, AdmittedUpload upload, EditionRecord record, string release, string folder, string order, CancellationToken cancellation)
    {
        var parquet = Path.Combine(folder, release + ".parquet");
        var table = DuckSql.Identifier(release);
        connection.WriteParquet(
            $"SELECT * FROM {table}{order}",
            parquet,
            new ParquetOptions
            {
                Metadata =
                [
                    new("publish.agency", upload.Policy.Agency),
                    new("publish.dataset", upload.Policy.Dataset),
                    new("publish.edition", upload.Edition),
                    new("publish.version", record.Version),
                    new("publish.release", release),
                    new("publish.licence", upload.Policy.Catalogue.Licence),
                ],
            },
            cancellation);
        connection.Execute($"DROP TABLE {table}", cancellation);
        CsvFile.Write(connection, parquet, Path.Combine(folder, release + ".csv"), cancellation);
    }

    private void ReadAgain(
        DuckDatabase database,
        AdmittedUpload upload,
        IUpload content,
        GroupedUpload grouped,
        ProtectedRecords records,
        CancellationToken cancellation)
    {
        var name = records.Plan.Release.Name;
        var layout = RecordsLayout.Of(records, upload.Policy, grouped.Plan);
        using (var connection = database.Connect())
        {
            RecordsRows.Declare(connection, name, layout);
        }

        var (digests, isClean, written) = (new List<string>(), true, 0L);
        foreach (var file in content.Files)
        {
            // Anew for each file, since a reader numbers the texts of a column by itself.
            using var rows = new RecordsRows(database, name, records, layout, grouped.Plan, settings.Threads);
            var (report, digest) = UploadReading.Read(
                upload.Policy.File, file, grouped.Plan.Columns, rows, settings, new Progress<double>(), cancellation);
            written += rows.Complete();
            digests.Add(digest);
            isClean &= report.IsClean;
        }

        if (content.DigestOf(digests) != grouped.Facts.Sha256 || !isClean || written != records.Records.Published.Rows.Sum())
        {
            throw new StopException(Verdict.Held, ValidationCodes.UploadChanged) { Upload = grouped.Facts };
        }
    }

    private static string FolderOf(string root, ReleasePolicy release) => FolderOf(root, release.Audience);

    private static string FolderOf(string root, Audience audience) =>
        Directory.CreateDirectory(Path.Combine(root, Audiences.NameOf(audience))).FullName;

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static PublishedFile FileAt(string folder, string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return new PublishedFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
