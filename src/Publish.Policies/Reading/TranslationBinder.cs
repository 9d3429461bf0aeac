using Publish.Policies.Translations;

namespace Publish.Policies.Reading;

/// <summary>Makes the translations of a checked document.</summary>
internal static class TranslationBinder
{
    public static SortedDictionary<string, PolicyTranslation> Bind(Section translations)
    {
        var bound = new SortedDictionary<string, PolicyTranslation>(StringComparer.Ordinal);
        foreach (var (language, section) in translations.Entries)
        {
            bound[language] = new PolicyTranslation(section["title"].Text, section["description"].Text)
            {
                Releases = section["releases"].Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new ReleaseTranslation(entry.Value["title"].Text, entry.Value["description"].TextOrNone),
                    StringComparer.Ordinal),
                Columns = section["columns"].Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal),
            };
        }

        return bound;
    }
}
