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
using Publish.Policies;

namespace Publish.Pipeline.Audit;

/// <summary>
/// Reads a version's files back and attacks them with what anyone has: the files and the certificate. The audit adds to
/// this what only the publisher knows; <c>publish verify</c> adds nothing.
/// </summary>
internal sealed class PublicExamination
{
    private readonly List<AuditFacts> _facts = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, long> _broken = new(StringComparer.Ordinal);

    private readonly bool _areFilesPublished;

    private PublicExamination(IReadOnlyList<(Certificate Certificate, string Folder)> versions, bool areFilesPublished) =>
        (Versions, _areFilesPublished) = (versions, areFilesPublished);

    /// <summary>The certificates with the folders they describe: one for each audience of the edition.</summary>
    public IReadOnlyList<(Certificate Certificate, string Folder)> Versions { get; }

    /// <summary>What was examined.</summary>
    public IReadOnlyList<AuditFacts> Facts => _facts;

    /// <summary>Every broken promise.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

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
        examination.ReadBack(connection, auditor, cancellation);
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
        Note(result.Attack, result.Examined, result.Found);
        _findings.AddRange(result.Witnesses.Select(w => new Finding(w.Code, PlaceOf(w), _areFilesPublished ? w.Text : LevelsOf(w, tables))));
        if (result.Verdict == AttackVerdict.NotProven)
        {
            _findings.Add(new Finding(AttackCodes.NotProven, attack.Name));
        }

        return result.Figures;
    }

    /// <summary>Adds what would help to what was found.</summary>
    /// <param name="advice">The advice, under the code of what it helps with.</param>
    public void Add(Finding advice) => _findings.Add(advice);

    /// <summary>Notes a check that is no attack.</summary>
    /// <param name="name">The check.</param>
    /// <param name="examined">How much it examined.</param>
    /// <param name="findings">What it found.</param>
    public void Note(string name, long examined, IReadOnlyList<Finding> findings)
    {
        Note(name, examined, findings.Count);
        _findings.AddRange(findings);
    }

    // A perturbed cell that is published as 0 has no row.
    private string PlaceOf(Witness witness) =>
        Tables.Values.FirstOrDefault(table => IsIn(witness, table)) is { } table && witness.Row >= table.Rows
            ? table.Name + ", a cell without a row"
            : witness.Place;

    private static bool IsIn(Witness witness, PublishedTable table) => witness.Place.StartsWith(table.Name + ",", StringComparison.Ordinal);

    // Labels are texts of the upload, and a receipt has none of these.
    private string? LevelsOf(Witness witness, IReadOnlyList<PublishedTable>? tables)
    {
        if (witness.Table < 0 || witness.Row < 0 || Tables.Count == 0)
        {
            return null;
        }

        tables ??= Edition.Tables;
        var levels = tables.First(table => IsIn(witness, table)).Keys
            .SelectMany(key => key.Levels)
            .Where(level => level.Codes[witness.Row] != PublishedLevel.Total)
            .Select(level => level.Name)
            .ToArray();
        var cell = levels.Length == 0 ? "The grand total" : $"A cell of {string.Join(" × ", levels)}";
        var arithmetic = WitnessArithmetic.Of(witness, tables, table => Tables[table.Name].Rows);
        return arithmetic.Length == 0 ? cell + "." : $"{cell}: {arithmetic}.";
    }

    private void Note(string name, long examined, long broken)
    {
        var index = _facts.FindIndex(fact => fact.Attack == name);
        if (index < 0)
        {
            _facts.Add(new AuditFacts(name, examined, broken));
        }
        else
        {
            _facts[index] = new AuditFacts(name, _facts[index].Examined + examined, _facts[index].Witnesses + broken);
        }

        _broken[name] = _broken.GetValueOrDefault(name) + broken;
    }

    private void ReadBack(DuckConnection connection, AuditorKnowledge? auditor, CancellationToken cancellation)
    {
        var tables = new Dictionary<string, PublishedTable>(StringComparer.Ordinal);
        var records = new Dictionary<string, PublishedRecords>(StringComparer.Ordinal);
        foreach (var (certificate, folder, release) in Releases())
        {
            // A certificate from elsewhere could name anything; only files of the version's own folder are opened.
            if (!Names.IsName(release.Name))
            {
                throw new InvalidOperationException("A release's name is not a name.");
            }

            // Published files that cannot be read are a finding about them; before that a failure is the run's own.
            try
            {
                ReadBack(connection, auditor, folder, release, certificate, tables, records, cancellation);
            }
            catch (Exception e) when (_areFilesPublished && e
                is IOException or UnauthorizedAccessException or DuckException or ArgumentException or InvalidOperationException
                or KeyNotFoundException or FormatException or ArithmeticException)
            {
                throw new CodedException(AuditCodes.UnreadableRelease, $"release {release.Name}");
            }
        }

        (Tables, Records) = (tables, records);
    }

    private void ReadBack(
        DuckConnection connection,
        AuditorKnowledge? auditor,
        string folder,
        CertifiedRelease release,
        Certificate certificate,
        Dictionary<string, PublishedTable> tables,
        Dictionary<string, PublishedRecords> records,
        CancellationToken cancellation)
    {
        var path = Path.Combine(folder, release.Name + ".parquet");
        if (release.Kind == "table")
        {
            var protectsRows = certificate.Protects == "rows";
            tables[release.Name] = ReadBackTable.Read(
                connection,
                path,
                release,
                protectsRows,
                column => auditor?.IsNeverNegative(column) == true,
                column => auditor is null ? PublishedFormulas.Of(column, release, protectsRows) : auditor.FormulaOf(release.Name, column.Name),
                cancellation);
        }
        else
        {
            records[release.Name] = ReadBackRecords.Read(connection, path, release, cancellation);
        }

        var (rows, findings) = FormatComparison.Run(connection, folder, release, cancellation);
        Note("formats", rows, findings);
    }

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
        if (_broken["layout"] > 0)
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
            Note(new EquivalenceClassRecount(Records[release.Name], PromisesOf(certificate, release)));
        }
    }

    private static RecordPromises PromisesOf(Certificate certificate, CertifiedRelease release)
    {
        var k = release.Rules.First(rule => rule.Name == "k-anonymity").Parameter ?? 1;
        return new RecordPromises
        {
            // Where respondents recur, k of them have at least k rows: the files can show that much.
            K = (int)k,
            Columns = [.. release.Keys.Select(key => key.Name), .. release.Columns.Select(c => c.Name)],
            Diversity = certificate.Protects == "rows" ? [.. release.Rules.Select(DiversityOf).OfType<DiversityPromise>()] : [],
        };
    }

    private static DiversityPromise? DiversityOf(CertifiedRule rule) => rule switch
    {
        { Name: "distinct-l-diversity", Column: { } column, Parameter: { } l } => new(column, Distinct: (int)l),
        { Name: "entropy-l-diversity", Column: { } column, Parameter: { } l } => new(column, Entropy: l),
        { Name: "recursive-l-diversity", Column: { } column, Parameter: { } l, C: { } c } => new(column, Recursive: (c, (int)l)),
        _ => null,
    };
}
