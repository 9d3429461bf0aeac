using Publish.Policies.Agreements;
using Publish.Policies.Catalogues;
using Publish.Policies.Columns;
using Publish.Policies.Files;
using Publish.Policies.Hierarchies;
using Publish.Policies.Publications;
using Publish.Policies.Releases;
using Publish.Policies.Translations;

namespace Publish.Policies;

/// <summary>
/// One dataset's policy as code: what a file must look like, under which agreement it comes, and what may leave, to
/// whom and how protected. Made by <see cref="PolicyReader"/>, which checks everything that needs neither clock nor
/// data, so whoever holds a policy need not check it again.
/// </summary>
public sealed record Policy
{
    /// <summary>The agency that uploads; a valid <see cref="Names">name</see>.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset; a valid <see cref="Names">name</see>.</summary>
    public required string Dataset { get; init; }

    /// <summary>The title people read.</summary>
    public required string Title { get; init; }

    /// <summary>What the dataset is, in a few sentences.</summary>
    public required string Description { get; init; }

    /// <summary>How the dataset is described in catalogues.</summary>
    public required Catalogue Catalogue { get; init; }

    /// <summary>The data-sharing agreement, or <see langword="null"/>: then <see cref="AdmissionRules"/> refuses uploads.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>How uploads are written.</summary>
    public required FileFormat File { get; init; }

    /// <summary>
    /// The column that names the person or business protected, or <see langword="null"/> where each row is a respondent
    /// of its own (<c>respondent: row</c>).
    /// </summary>
    public string? RespondentColumn { get; init; }

    /// <summary>
    /// The column that names a group of respondents who are one to the rules of tables, or <see langword="null"/> where
    /// each stands for itself.
    /// </summary>
    public string? HoldingColumn { get; init; }

    /// <summary>
    /// The measure column that has each row's sampling weight, or <see langword="null"/> where every row stands for itself.
    /// </summary>
    public string? WeightColumn { get; init; }

    /// <summary>Every column of the file, in the policy's order; at least one; names are unique.</summary>
    public required IReadOnlyList<ColumnPolicy> Columns { get; init; }

    /// <summary>The hierarchies of the key columns that have one, by column.</summary>
    public required IReadOnlyDictionary<string, HierarchyPolicy> Hierarchies { get; init; }

    /// <summary>What is published, in the policy's order; at least one; names are unique.</summary>
    public required IReadOnlyList<ReleasePolicy> Releases { get; init; }

    /// <summary>What an audited version waits for before it is published.</summary>
    public PublicationPolicy Publication { get; init; } = PublicationPolicy.AtOnce;

    /// <summary>The agency's own texts in other languages, by the language as BCP 47 names it.</summary>
    public IReadOnlyDictionary<string, PolicyTranslation> Translations { get; init; } = new Dictionary<string, PolicyTranslation>();

    /// <summary>Where everything stands in the policy's file.</summary>
    public required PolicyPositions Positions { get; init; }

    /// <summary>The releases that are tables.</summary>
    public IEnumerable<TableRelease> Tables => Releases.OfType<TableRelease>();

    /// <summary>The releases that are records; at most one.</summary>
    public IEnumerable<RecordsRelease> Records => Releases.OfType<RecordsRelease>();

    /// <summary>All files beside the policy that it is made of, in ordinal order, each once.</summary>
    public IEnumerable<string> Files => HierarchyFiles
        .Concat(Tables.Select(table => table.CellKey?.Table).OfType<string>())
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>The files beside the policy that its hierarchies are read from, in ordinal order, each once.</summary>
    public IEnumerable<string> HierarchyFiles => Hierarchies.Values
        .OfType<LevelsHierarchy>()
        .Select(hierarchy => hierarchy.File)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether the values of a measure column are weighted when they are added up: all but the weights' own.</summary>
    /// <param name="measure">A measure column's name.</param>
    public bool IsWeighted(string measure) => WeightColumn is not null && WeightColumn != measure;

    /// <summary>The decimals of a measure column's sum: the column's, and the weights' where they are in it.</summary>
    /// <param name="measure">A measure column's name.</param>
    public int SumDecimals(string measure) =>
        Column(measure)!.Decimals + (IsWeighted(measure) ? Column(WeightColumn!)?.Decimals ?? 0 : 0);

    /// <summary>A column by its name, or <see langword="null"/>.</summary>
    /// <param name="name">The column's name, matched exactly.</param>
    public ColumnPolicy? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>Whom the releases are for, each once, in the order of <see cref="Audience"/>.</summary>
    public IEnumerable<Audience> Audiences => Releases.Select(release => release.Audience).Distinct().Order();

    /// <summary>
    /// What an audience may know of the policy: its own releases, and the agreement without the columns that only other
    /// audiences have, and without other recipients, unless everyone may know with whom is shared. Whatever is written for an audience is made from this.
    /// </summary>
    /// <param name="audience">An audience that a release is for.</param>
    /// <returns>The policy as that audience may know it; not one to run an upload with.</returns>
    public Policy For(Audience audience)
    {
        var (own, others) = (Releases.Where(release => release.Audience == audience).ToArray(), Releases.Where(release => release.Audience != audience));
        var foreign = others.SelectMany(release => release.UsedColumns).Except(own.SelectMany(release => release.UsedColumns)).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Releases = own,
            Agreement = Agreement is { } agreement
                ? agreement with
                {
                    Recipients = [.. agreement.Recipients.Where(recipient => recipient == audience || IsRegistered(agreement, audience))],
                    Discloses = [.. agreement.Discloses.Where(column => !foreign.Contains(column.Column))],
                }
                : null,
        };
    }

    private static bool IsRegistered(Agreement agreement, Audience audience) =>
        agreement.Register == RegisterReach.Public && audience == Audience.Public;

    /// <summary>
    /// The names of a key's levels, fine to coarse: the key's own name (as collected), its hierarchy's, and
    /// <see cref="HierarchyPolicy.All"/>.
    /// </summary>
    /// <param name="key">A key column's name.</param>
    public IReadOnlyList<string> LevelsOf(string key) =>
        [key, .. Hierarchies.TryGetValue(key, out var hierarchy) ? hierarchy.LevelNames : [], HierarchyPolicy.All];
}
