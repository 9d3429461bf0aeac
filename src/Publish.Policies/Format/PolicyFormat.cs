namespace Publish.Policies.Format;

/// <summary>The policy format, version 1: its top level.</summary>
internal static class PolicyFormat
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private static readonly ObjectShape ContactPoint = new("contactPoint", "a mapping with the contact's name and e-mail address",
    [
        new("contactName", Shapes.Text, "The name of a team or person.") { IsRequired = true },
        new("email", Shapes.Email, "The address readers may write to.") { IsRequired = true },
    ]);

    private static readonly ObjectShape Catalogue = new("catalogue", "a mapping that describes the dataset in catalogues",
    [
        new("licence", Shapes.Text, "The licence: an SPDX identifier such as `OGL-UK-3.0`, or an address.") { IsRequired = true },
        new("contactPoint", ContactPoint, "Whom readers may ask.") { IsRequired = true },
        new("creator", Shapes.Text, "Who made the data.") { IsRequired = true },
        new("publisher", Shapes.Text, "Who publishes the data.") { Default = "the creator" },
        new("updateFrequency", Vocabularies.UpdateFrequency.Shape, "How often a new edition comes.") { Default = "`irregular`" },
        new("keyword", Shapes.Texts, "Words people search for.") { Default = "none" },
        new("theme", Shapes.Texts, "Subjects: words, or addresses of a vocabulary's terms.") { Default = "none" },
        new("spatial", Shapes.Texts, "The areas covered: names or addresses.") { Default = "none" },
    ]);

    private static readonly ObjectShape Publication = new("publication", "a mapping that says what a version waits for",
    [
        new("approval", Shapes.Boolean, "Whether a person other than the uploader has to approve an audited version.") { Default = "`false`" },
        new("at", new PublicationTimeShape(), "When it may be published, at the earliest: an instant, or the first time of a monthly rule after it is ready (`first`, `second`, `third`, `fourth` or `last`, a weekday, the time that clocks show, and the place's time zone).") { Default = "at once" },
    ]);

    /// <summary>The whole policy.</summary>
    public static readonly ObjectShape Root = new("policy", "a policy: a mapping of keys",
    [
        new("policy", Shapes.Whole(Version, Version), "The version of this format.") { IsRequired = true },
        new("agency", Shapes.Name, "The agency that uploads; the first part of the paths of its files.") { IsRequired = true },
        new("dataset", Shapes.Name, "The dataset; the second part of the paths.") { IsRequired = true },
        new("title", Shapes.Text, "The title people read.") { IsRequired = true },
        new("description", Shapes.Text, "What the dataset is, in a few sentences.") { IsRequired = true },
        new("catalogue", Catalogue, "How catalogues describe the dataset, in the terms of the UK Cross-Government Metadata Exchange Model.") { IsRequired = true },
        new("agreement", AgreementFormat.Agreement, "The data-sharing agreement. Without one the policy can be read and checked, but no upload is admitted."),
        new("file", FileFormatKeys.File, "How uploads are written.") { Default = "UTF-8 CSV with commas" },
        new("respondent", Shapes.Column, "Who is protected: the column that names the person or business (its role is `identifier`; `required` where records are released), or `row` where every row is another one. A row of a table that names none is added up, and counts nobody. Never assumed: every count and every k is of distinct respondents.") { IsRequired = true },
        new("holding", Shapes.Column, "The column (its role is `identifier`) that names a group of respondents, such as an enterprise group: to the rules of tables the respondents of one group are one. A respondent without a group stands for itself. Counts are still of respondents.") { Default = "none" },
        new("columns", ColumnFormat.Columns, "Every column of the file. The header must have exactly these, in any order.") { IsRequired = true },
        new("hierarchies", HierarchyFormat.Hierarchies, "How the values of key columns are grouped into coarser levels. Every key also has a level of its own name (as collected) and the level `all`.") { Default = "none" },
        new("releases", ReleaseFormat.Releases, "What is published, and for whom: all releases are protected as one system, whatever their audience, and each is put where its audience reads. A policy has at most one release of kind `records`, which shares no column with its tables: together they could not yet be protected.") { IsRequired = true },
        new("publication", Publication, "What an audited version waits for before it is published.") { Default = "nothing" },
    ]);
}
