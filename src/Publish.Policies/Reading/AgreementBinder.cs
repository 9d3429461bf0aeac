using Publish.Policies.Agreements;
using Publish.Policies.Format;

namespace Publish.Policies.Reading;

/// <summary>Makes the agreement of a checked section.</summary>
internal static class AgreementBinder
{
    public static Agreement Bind(Section agreement) => new()
    {
        Id = agreement["id"].Text,
        Name = agreement["name"].Text,
        Status = agreement["status"].Word(Vocabularies.AgreementStatus),
        Version = agreement["version"].TextOrNone,
        Purpose = agreement["purpose"].Text,
        Objective = agreement["objective"].TextOrNone,
        Benefits = agreement["benefits"].TextOrNone,
        Gateway = Gateway(agreement["gateway"]),
        LawfulBasis = agreement["lawfulBasis"].Text,
        SpecialCategory = agreement["specialCategory"].TextOrNone,
        Controllers = agreement["controllers"].Texts,
        Processors = agreement["processors"].Texts,
        Recipients = [.. agreement["recipients"].Items.Select(item => item.Word(Vocabularies.Audience))],
        Register = agreement["register"].Word(Vocabularies.RegisterReach),
        Discloses = [.. agreement["discloses"].Entries.Select(entry => new DisclosedColumn(entry.Key, entry.Value.Text))],
        Method = agreement["method"].TextOrNone,
        Areas = agreement["areas"].Texts,
        Retention = RetentionPeriod.TryParse(agreement["retention"].Text, out var retention) ? retention : null,
        Dpia = Dpia(agreement["dpia"]),
        Starts = agreement["starts"].Date ?? default,
        Ends = agreement["ends"].Date,
        Reviews = [.. agreement["reviews"].Items.Select(item => item.Date ?? default)],
        Contact = agreement["contact"].IsGiven
            ? new AgreementContact(agreement["contact"]["name"].Text, agreement["contact"]["email"].Text)
            : null,
    };

    private static LegalGateway? Gateway(Section gateway) => gateway.IsGiven
        ? new LegalGateway(gateway["act"].Text, gateway["section"].Text, gateway["objective"].TextOrNone)
        : null;

    private static ImpactAssessment? Dpia(Section dpia) => dpia.IsGiven
        ? new ImpactAssessment(
            dpia["reference"].Text, dpia["date"].Date ?? default, Vocabularies.DpiaOutcome.Value(dpia["outcome"].Text))
        : null;
}
