using Publish.Attacks.Records;
using Publish.Metadata;

namespace Publish.Pipeline.Audit;

/// <summary>What a certificate promises of records, as the recount takes it.</summary>
internal static class CertifiedPromises
{
    /// <summary>Reads the promises of a release of records.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="release">One of its releases of records.</param>
    /// <returns>The promises that the file alone can show.</returns>
    public static RecordPromises Of(Certificate certificate, CertifiedRelease release)
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
