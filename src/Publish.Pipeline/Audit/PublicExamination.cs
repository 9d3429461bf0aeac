using Publish.Attacks;
using Publish.Attacks.Bounds;
using Publish.Attacks.Derived;
using Publish.Attacks.Editions;
using Publish.Attacks.Groups;
using Publish.Attacks.Layouts;
using Publish.Attacks.Perturbation;
using Publish.Attacks.Proofs;
using Publish.Attacks.Records;
using Publish.Attacks.Results;
using Publish.Attacks.Solving;
using Publish.Attacks.Tables;
using Publish.Attacks.Values;
using Publish.Codes;
using Publish.Duck;
using Publish.Metadata;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Staging;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Reads a version's files back and attacks them with what anyone has: the files and the certificate. The audit adds to
/// this what only the publisher knows; <c>publish verify</c> adds nothing.
/// </summary>
internal sealed class PublicExamination
{
    private readonly ExaminationLog _log;

    private PublicExamination(IReadOnlyList<(Certificate Certificate, string Folder)> versions, bool areFilesPublished) =>
        (Versions, _log) = (versions, new ExaminationLog(areFilesPublished));

    /// <summary>The certificates with the folders they describe: one for each audience of the edition.</summary>
    public IReadOnlyList<(Certificate Certificate, string Folder)> Versions { get; }

    /// <summary>What was examined.</summary>
    public IReadOnlyList<AuditFacts> Facts => _log.Facts;

    /// <summary>Every broken promise.</summary>
    public IReadOnlyList<Finding> Findings => _log.Findings;

    /// <summary>The tables as read back, by release.</summary>
    public IReadOnlyDictionary<string, PublishedTable> Tables { get; private set; } = new Dictionary<string, PublishedTable>();

    /// <summary>The tables together, as the attacks take them.</summary>
    public PublishedEdition Edition { get; private set; } = new([]);

    /// <summary>Cells that the auditor can prove to be uncertain; <see langword="null"/> where there is no auditor.</summary>
    public ProvenCells? Proven { get; private set; }

    /// <summary>The records as read back, by release.</summary>
    public IReadOnlyDictionary<string, PublishedRecords> Records { get; private set; } = new Dictionary<string, PublishedRecords>();

    /// <summary>
    /// Reads and attacks the versions of an edition as the one who reads all of them would: an audience that sees fewer
    /// tables knows less, so what nobody can do with all of them, nobody can do with some.
    /// </summary>
    /// <param name="versions">Each audience's certificate and folder; at least one, and no release twice.</param>
    /// <param name="areFilesPublished">
    /// Whether the files are out, so that findings may name cells by their labels; where not, by row and level names only.
    /// </param>
    /// <param name="connection">A connection that may read the folder.</param>
    /// <param name="cancellation">Stops the examination.</param>
    /// <param name="auditor">What the auditor knows beside; <see langword="null"/> (the default) for one who has the files alone.</param>
    /// <returns>What was found.</returns>
    public static PublicExamination Of(
        IReadOnlyList<(Certificate Certificate, string Folder)> versions,
        bool areFilesPublished,
        DuckConnection connection,
        CancellationToken cancellation,
        AuditorKnowledge? auditor = null)
    {
        var examination = new PublicExamination(versions, areFilesPublished);
        var files = ReadBackVersions.Of(
            examination.Releases(), areFilesPublished, connection, examination._log, auditor, cancellation);
        (examination.Tables, examination.Records) = (files.Tables, files.Records);
        examination.AttackTables(auditor);
        examination.AttackRecords();
        return examination;
    }

    /// <summary>Where a table stands in the edition.</summary>
    /// <param name="table">A table that was read back.</param>
    public int IndexOf(PublishedTable table) => Edition.Tables.Index().First(each => each.Item == table).Index;

    /// <summary>Runs an attack and notes what it found.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="tables">
    /// The tables it attacks where these are not the files as they are; each has the file's rows first.
    /// </param>
    /// <returns>The attack's figures.</returns>
    public IReadOnlyList<AttackFigure> Note(IAttack attack, IReadOnlyList<PublishedTable>? tables = null) => Note(attack, attack.Run(), tables);

    /// <summary>Runs attacks side by side, and notes what they found in their order.</summary>
    /// <param name="attacks">The attacks; none changes what another reads.</param>
    /// <param name="tables">The tables they attack where these are not the files as they are.</param>
    public void NoteAll(IEnumerable<IAttack> attacks, IReadOnlyList<PublishedTable>? tables = null)
    {
        var running = attacks.Select(attack => (Attack: attack, Result: Task.Run(attack.Run))).ToArray();
        foreach (var (attack, result) in running)
        {
            Note(attack, result.GetAwaiter().GetResult(), tables);
        }
    }

    /// <summary>Notes what an attack found.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="tables">The tables that its witnesses are about; those of the edition where it is null (the default).</param>
    /// <returns>The attack's figures.</returns>
    public IReadOnlyList<AttackFigure> Note(IAttack attack, AttackResult result, IReadOnlyList<PublishedTable>? tables = null)
    {
        _log.Note(attack, result, new WitnessPlaces(Tables, tables ?? Edition.Tables));
        return result.Figures;
    }

    /// <summary>Adds what would help to what was found.</summary>
    /// <param name="advice">The advice, under the code of what it helps with.</param>
    public void Add(Finding advice) => _log.Add(advice);

    /// <summary>Notes a check that is no attack.</summary>
    /// <param name="name">The check.</param>
    /// <param name="examined">How much it examined.</param>
    /// <param name="findings">What it found.</param>
    public void Note(string name, long examined, IReadOnlyList<Finding> findings) => _log.Note(name, examined, findings);

    private IEnumerable<(Certificate Certificate, string Folder, CertifiedRelease Release)> Releases() =>
        Versions.SelectMany(version => version.Certificate.Releases.Select(release => (version.Certificate, version.Folder, release)));

    private void AttackTables(AuditorKnowledge? auditor)
    {
        if (Tables.Count == 0)
        {
            return;
        }

        Edition = new PublishedEdition([.. Tables.Values]);
        Note(new LayoutAttack(Edition));
        if (_log.Broken("layout") > 0)
        {
            return;
        }

        Proven = auditor?.Prove(Edition);
        NoteAll(
        [
            new AdditivityCheck(Edition),
            .. Releases().Where(each => each.Release.Kind == "table").Select(each => ThresholdOf(each.Release)),
            .. Releases().Where(each => each.Release.Kind == "table").SelectMany(each => MultiplesOf(each.Release)),
            new SolvingAttack(Edition, proven: Proven),
            new BoundPropagation(Edition),
            .. Releases().Where(each => each.Release.Kind == "table").SelectMany(each => GroupsOf(each.Release)),
        ]);

        // The auditor knows the thresholds, and what the rules ask of sums that are not published, and attacks with that.
        if (auditor is null)
        {
            NoteAll(
            [
                .. Releases().Where(each => each.Release.Kind == "table").Select(each => SupportOf(each.Release)),
                new DerivedMeasuresAttack(Edition),
            ]);
        }
    }

    private IEnumerable<GroupDisclosureAttack> GroupsOf(CertifiedRelease release)
    {
        var keys = release.Rules.Where(rule => rule.Name == CertificateWriter.GroupDisclosure).Select(rule => rule.Column ?? "").ToArray();
        return keys.Length == 0 ? [] : [new GroupDisclosureAttack(new PublishedEdition([Tables[release.Name]]), keys)];
    }

    private QuantileSupportAttack SupportOf(CertifiedRelease release) =>
        new(Edition, IndexOf(Tables[release.Name]), PerturbationRules.SmallestIn(release));

    private ThresholdCheck ThresholdOf(CertifiedRelease release) =>
        new([Tables[release.Name]], PerturbationRules.SmallestIn(release));

    private IEnumerable<MultipleCheck> MultiplesOf(CertifiedRelease release) =>
        PerturbationRules.MultipleIn(release) is { } multiple ? [new MultipleCheck([Tables[release.Name]], multiple)] : [];

    private void AttackRecords()
    {
        foreach (var (certificate, _, release) in Releases().Where(each => each.Release.Kind == "records"))
        {
            Note(new EquivalenceClassRecount(Records[release.Name], CertifiedPromises.Of(certificate, release)));
        }
    }
}
