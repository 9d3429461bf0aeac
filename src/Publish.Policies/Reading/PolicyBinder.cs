using Publish.Policies.Catalogues;
using Publish.Policies.Columns;
using Publish.Policies.Format;
using Publish.Policies.Hierarchies;
using Publish.Policies.Publications;

namespace Publish.Policies.Reading;

/// <summary>Makes the policy of a checked document.</summary>
internal static class PolicyBinder
{
    /// <summary>The word for "every row is a respondent of its own".</summary>
    public const string Row = "row";

    public static Policy Bind(Section policy, ReadingLog log)
    {
        ColumnPolicy[] columns = [.. policy["columns"].Entries
            .Where(entry => Shapes.Column.Accepts(entry.Key))
            .Select(entry => ColumnBinder.Bind(entry.Key, entry.Value, log))];
        var byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var weight = policy["weight"].TextOrNone;
        return new Policy
        {
            Agency = policy["agency"].Text,
            Dataset = policy["dataset"].Text,
            Title = policy["title"].Text,
            Description = policy["description"].Text,
            Catalogue = Catalogue(policy["catalogue"]),
            Agreement = policy["agreement"].IsGiven ? AgreementBinder.Bind(policy["agreement"]) : null,
            File = FileBinder.Bind(policy["file"]),
            RespondentColumn = policy["respondent"].Text == Row ? null : policy["respondent"].Text,
            HoldingColumn = policy["holding"].TextOrNone,
            WeightColumn = weight,
            Columns = columns,
            Hierarchies = Hierarchies(policy["hierarchies"], byName, log),
            Releases = [.. policy["releases"].Items.Select(release => ReleaseBinder.Bind(release, byName, weight))],
            Publication = Publication(policy["publication"]),
            Translations = TranslationBinder.Bind(policy["translations"]),
            Positions = log.Positions,
        };
    }

    private static PublicationPolicy Publication(Section publication) => new(
        publication["approval"].IsTrue,
        PublicationTime.TryParse(publication["at"].Text, out var at) ? at : null);

    private static Catalogue Catalogue(Section catalogue) => new()
    {
        Licence = catalogue["licence"].Text,
        ContactPoint = new ContactPoint(
            catalogue["contactPoint"]["contactName"].Text, catalogue["contactPoint"]["email"].Text),
        Creator = catalogue["creator"].Text,
        Publisher = catalogue["publisher"].TextOrNone ?? catalogue["creator"].Text,
        UpdateFrequency = catalogue["updateFrequency"].Word(Vocabularies.UpdateFrequency),
        Keywords = catalogue["keyword"].Texts,
        Themes = catalogue["theme"].Texts,
        Spatial = catalogue["spatial"].Texts,
    };

    private static Dictionary<string, HierarchyPolicy> Hierarchies(
        Section hierarchies, Dictionary<string, ColumnPolicy> columns, ReadingLog log)
    {
        var bound = new Dictionary<string, HierarchyPolicy>(StringComparer.Ordinal);
        foreach (var (key, section) in hierarchies.Entries)
        {
            if (!log.IsRefused(section.Path)
                && HierarchyBinder.Bind(key, section, columns.GetValueOrDefault(key), log) is { } hierarchy)
            {
                bound.Add(key, hierarchy);
            }
        }

        return bound;
    }
}
