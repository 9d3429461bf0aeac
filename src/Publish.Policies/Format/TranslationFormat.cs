namespace Publish.Policies.Format;

/// <summary>The part of the format that gives the agency's texts in other languages.</summary>
internal static class TranslationFormat
{
    private const int MostLanguages = 10;

    private static readonly TextShape Language = new("a language as BCP 47 names it, such as `cy` for Welsh") { Form = "[a-z]{2,3}" };

    private static readonly ObjectShape Release = new("translatedRelease", "a mapping with a release's texts",
    [
        new("title", Shapes.Text, "The release's title.") { IsRequired = true },
        new("description", Shapes.Text, "What it shows."),
    ]);

    private static readonly ObjectShape Translation = new("translation", "a mapping with the dataset's texts in a language",
    [
        new("title", Shapes.Text, "The dataset's title.") { IsRequired = true },
        new("description", Shapes.Text, "What the dataset is.") { IsRequired = true },
        new("releases", new MapShape(Shapes.Name, Release, "a mapping of releases to their texts"), "The releases, by their names.") { Default = "as in the policy" },
        new("columns", new MapShape(Shapes.Column, Shapes.Text, "a mapping of published columns to their titles"), "The titles of published columns, by their names in the files: keys, levels, measures, `status`.") { Default = "as in the policy" },
    ]);

    /// <summary>The translations of a policy.</summary>
    public static readonly MapShape Translations = new(Language, Translation, "a mapping of languages to texts", 0, MostLanguages);
}
