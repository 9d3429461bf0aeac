using Publish.Policies.Agreements;

namespace Publish.Policies.Format;

/// <summary>The keys of an agreement.</summary>
internal static class AgreementFormat
{
    private static readonly ObjectShape Gateway = new("gateway", "a mapping that names the legal power to share",
    [
        new("act", Shapes.Text, "The act, such as `Digital Economy Act 2017`.") { IsRequired = true },
        new("section", Shapes.Text, "The section, such as `35` (public service delivery), `48` (debt), `56` (fraud) or `64` (research).") { IsRequired = true },
        new("objective", Shapes.Text, "The specified objective."),
    ]);

    private static readonly ObjectShape Dpia = new("dpia", "a mapping that names the data protection impact assessment",
    [
        new("reference", Shapes.Text, "Where the assessment is filed.") { IsRequired = true },
        new("date", Shapes.Date, "The day it was concluded.") { IsRequired = true },
        new("outcome", Vocabularies.DpiaOutcome.Shape, "What came of it. Only `approved` and `not-required` (the screening found none is needed) admit uploads."),
    ]);

    private static readonly ObjectShape Contact = new("contact", "a mapping with a name and an e-mail address",
    [
        new("name", Shapes.Text, "The name of a team or person.") { IsRequired = true },
        new("email", Shapes.Email, "The address.") { IsRequired = true },
    ]);

    /// <summary>The agreement.</summary>
    public static readonly ObjectShape Agreement = new("agreement", "a mapping of the data-sharing agreement",
    [
        new("id", Shapes.Text, "The agreement's identifier in its register.") { IsRequired = true },
        new("name", Shapes.Text, "The agreement's name.") { IsRequired = true },
        new("status", Vocabularies.AgreementStatus.Shape, "Only `active` admits uploads.") { IsRequired = true },
        new("version", Shapes.Text, "The agreement's own version."),
        new("purpose", Shapes.Text, "What the information is shared for.") { IsRequired = true },
        new("objective", Shapes.Text, "What is to be reached by it."),
        new("benefits", Shapes.Text, "Who gains what."),
        new("gateway", Gateway, "The legal power to share."),
        new("lawfulBasis", new TextShape("a basis of UK GDPR Article 6, from `6(1)(a)` to `6(1)(f)`") { Form = @"6\(1\)\([a-f]\)" }, "The lawful basis (UK GDPR Article 6).") { IsRequired = true },
        new("specialCategory", new TextShape("a condition of UK GDPR Article 9, from `9(2)(a)` to `9(2)(j)`") { Form = @"9\(2\)\([a-j]\)" }, "The condition for special category columns (UK GDPR Article 9). Required where a column says `specialCategory: true`."),
        new("controllers", new ListShape(Shapes.Text, "a list of at least one text", 1), "Who decides about the data.") { IsRequired = true },
        new("processors", Shapes.Texts, "Who handles the data for them.") { Default = "none" },
        new("recipients", new ListShape(Vocabularies.Audience.Shape, "a list of audiences: `public`, `partners`, `agencies`"), "The audiences that may receive releases. Uploads are admitted only if every release's audience is here.") { Default = "none" },
        new("register", Vocabularies.RegisterReach.Shape, "Whether the public register names all recipients (`public`), or each audience's register that audience alone (`audience`). Never what the others receive.") { Default = "`audience`" },
        new("discloses", new MapShape(Shapes.Column, Shapes.Text, "a mapping of columns to reasons", 0, Shapes.MostColumns), "The columns shared, each with the reason why it is needed. Uploads are admitted only if every column that is not `drop` is here, the respondent's too.") { Default = "none" },
        new("method", Shapes.Text, "How the data travel."),
        new("areas", Shapes.Texts, "The areas the data are about.") { Default = "none" },
        new("retention", new TextShape("a duration of days, weeks, months and years (ISO 8601), such as `P30D`") { Form = RetentionPeriod.Form }, "How long an upload is kept; `P0D` until it has been worked on. Uploads are admitted only if it is given."),
        new("dpia", Dpia, "The data protection impact assessment. Uploads are admitted only if it is given."),
        new("starts", Shapes.Date, "The first day on which uploads are admitted.") { IsRequired = true },
        new("ends", Shapes.Date, "The last day on which uploads are admitted.") { Default = "no end" },
        new("reviews", new ListShape(Shapes.Date, "a list of dates"), "The days on which the agreement is to be reviewed.") { Default = "none" },
        new("contact", Contact, "Whom to ask about the agreement."),
    ]);
}
