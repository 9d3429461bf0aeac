using Publish.Codes;
using Publish.Metadata;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Audit;
using Publish.Pipeline.Corrections;
using Publish.Pipeline.Grouping;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Protection;
using Publish.Pipeline.Staging;
using Publish.Pipeline.Validation;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>An upload taken as far as protection, so that a test can spoil what was decided before it is written and audited.</summary>
internal sealed class StagedUpload
{
    private readonly RunSettings _settings;
    private readonly LocalUpload _content;
    private readonly AdmittedUpload _admitted;
    private readonly GroupedUpload _grouped;

    private StagedUpload(RunSettings settings, LocalUpload content, AdmittedUpload admitted, GroupedUpload grouped, ProtectedUpload protectedUpload) =>
        (_settings, _content, _admitted, _grouped, Protected) = (settings, content, admitted, grouped, protectedUpload);

    /// <summary>What protection decided; its arrays may be changed.</summary>
    public ProtectedUpload Protected { get; set; }

    public static async Task<StagedUpload> OfAsync(Desk desk, PolicyText policy, string csv, string name)
    {
        var content = new LocalUpload(desk.Write(name + ".csv", csv));
        var request = new RunRequest { Upload = content, PolicyPath = desk.Write("policy.yaml", policy.ToString()), Edition = "2026-10", Secrets = desk.Secrets };
        var settings = desk.Settings with { TemporaryFolder = Directory.CreateDirectory(Path.Combine(desk.Root, name)).FullName };
        var (read, files) = AdmissionStage.ReadPolicy(request);
        var admitted = AdmissionStage.Admit(read, files, request, DateOnly.FromDateTime(desk.Time.GetUtcNow().UtcDateTime));
        var grouped = new ValidationStage(settings, new Progress<double>()).Run(admitted, content, GroupingPlanner.Plan(admitted), CancellationToken.None);
        return new StagedUpload(
            settings, content, admitted, grouped, await ProtectionStage.RunAsync(admitted, grouped, ledger: null, superseded: null, CancellationToken.None));
    }

    /// <summary>Whether a class is part of a cell of the first table.</summary>
    public bool IsPart(int c, int cell)
    {
        var (plan, table) = Protected.Tables[0];
        return Enumerable.Range(0, plan.Dimensions.Count).All(d =>
            plan.Dimensions[d].Hierarchy.Levels[table.Levels[d][cell]].CategoryOf[_grouped.Classes.Codes[plan.Request.Keys[d].Key][c]] == table.Categories[d][cell]);
    }

    /// <summary>Writes the files anew, of one audience.</summary>
    public StagedVersion Write() => Assert.Single(WriteAll()).Value;

    /// <summary>Writes the files anew, of every audience.</summary>
    public IReadOnlyDictionary<string, StagedVersion> WriteAll()
    {
        var folder = Path.Combine(_settings.TemporaryFolder, "staging");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return new StagingStage(_settings).Run(_admitted, _content, _grouped, Protected, new EditionRecord("", "", VersionNumber.First, EditionState.Publishing), CancellationToken.None);
    }

    /// <summary>Writes the files and audits them.</summary>
    public IReadOnlyList<Finding> Audit() =>
        new AuditStage(_settings).Run([.. WriteAll().Values], _admitted, _grouped, Protected, superseded: [], CancellationToken.None).Findings;

    /// <summary>What someone finds who reads several versions and nothing else.</summary>
    public static IReadOnlyList<Finding> Read(params IReadOnlyList<StagedVersion> versions)
    {
        using var database = RunDatabase.Open(
            new RunSettings { Threads = 1, TemporaryFolder = Path.Combine(versions[0].Path, "..") }, "reader", [.. versions.Select(version => version.Path)]);
        using var connection = database.Connect();
        return PublicExamination.Of(
            [.. versions.Select(version => (CertificateJson.Read(File.ReadAllBytes(Path.Combine(version.Path, StagingStage.CertificateName))), version.Path))],
            areFilesPublished: false,
            connection,
            CancellationToken.None).Findings;
    }
}
