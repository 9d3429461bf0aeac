using System.Text;
using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;
using Publish.Portal;
using Publish.Storage;

namespace Publish.EndToEnd.Sites.Showcases;

/// <summary>
/// A site that has a page of every kind and a release of every kind of protection, all from real runs: a table of every
/// measure with records beside it, rounded and perturbed tables, many releases, a long history, corrections, withdrawals.
/// </summary>
public sealed class ShowcaseSite : IAsyncLifetime
{
    /// <summary>The agency of the datasets of counts.</summary>
    public const string Council = "millbrook-council";

    /// <summary>A dataset of every measure, and of records.</summary>
    public const string Survey = "data/riverton-statistics/business-survey/2026-Q1/v1.0.0/";

    private const int LongHistory = 26;
    private const string Wards = "by: { ward: [ward, all], age: [age_band, all], sex: [sex, all] }";
    private const string Rounded = "Counts are small in places, so they are not exact.";

    private static readonly string Sources = Path.Combine(Repository.Root, "tests", "Publish.EndToEnd", "Sites", "Showcases");
    private readonly string _folder = Directory.CreateTempSubdirectory("publish-showcase-").FullName;

    /// <summary>The folder of the public audience.</summary>
    public string Root => Path.Combine(_folder, "public");

    private string Locks => Path.Combine(_folder, "locks");

    private FolderPlace Private => new(Path.Combine(_folder, "private"), Locks);

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        await PublishAsync(await File.ReadAllTextAsync(Path.Combine(Sources, "business-survey.yaml")), "2026-Q1", ShowcaseUploads.Businesses(1));
        await CountsAsync("carers", "Carers", Rounded, "threshold: 1, rounding: { method: conventional, base: 5 }", "2026-09");
        await CountsAsync("blue-badges", "Blue badges", Rounded, "threshold: 1, rounding: { method: random, base: 5, key: rounding }", "2026-09");
        await CountsAsync("food-banks", "Food bank visits", Rounded, "threshold: 1, rounding: { method: small-count, base: 5 }", "2026-09");
        await CountsAsync("home-help", "Home help", Rounded, "preset: nhs-subnational", "2026-09");
        await CountsAsync("debt-advice", "Debt advice", Rounded, "threshold: 1, cellKey: { table: noise.csv, key: records }", "2026-09");

        await CountsAsync("school-meals", "School meals", "Children and staff who eat at school.", "threshold: 3", "2026-09");
        await CountsAsync("school-meals", "School meals", "Children and staff who eat at school.", "threshold: 3", "2026-09", more: 40, corrects: "Forty people of Abbey ward were missing.");
        await CountsAsync("parking-fines", "Parking fines", "People who were fined.", "threshold: 3", "2026-09");
        await WithdrawAsync("parking-fines", "2026-09", "The file was that of another month.");

        var visits = Policy("library-visits", "Library visits", "Who visits the libraries.", string.Join('\n', new[] { "ward", "age", "sex", "ward: [ward, all], sex" }
            .Select((key, i) => $"  - {{ name: visits-{i + 1}, kind: table, audience: public, title: Visits {i + 1}, by: {{ {key}: [{(key == "age" ? "age_band" : key.Split(' ')[^1])}, all] }}, threshold: 3 }}")));
        for (var edition = 0; edition < LongHistory; edition++)
        {
            await PublishAsync(visits, $"{2020 + (edition / 12)}-{1 + (edition % 12):00}", ShowcaseUploads.People(edition));
        }

        await new SiteBuilder(PlaceOf("public"), new SiteSettings { Title = "Open data", Publisher = "Publish, with data that are made up", Contact = "site@millbrook.example" })
            .BuildAsync(default);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static string Policy(string dataset, string title, string description, string releases) =>
        File.ReadAllText(Path.Combine(Sources, "counts.yaml"))
            .Replace("{dataset}", dataset, StringComparison.Ordinal)
            .Replace("{title}", title, StringComparison.Ordinal)
            .Replace("{description}", description, StringComparison.Ordinal)
            .Replace("{releases}", releases, StringComparison.Ordinal);

    private Task CountsAsync(string dataset, string title, string description, string how, string edition, int more = 0, string? corrects = null) =>
        PublishAsync(
            Policy(dataset, title, description, $"  - {{ name: people, kind: table, audience: public, title: People by ward, {Wards}, {how}, chart: {{ kind: bar, by: ward, split: sex }} }}"),
            edition,
            ShowcaseUploads.People(edition.Length, more),
            corrects);

    private async Task PublishAsync(string policy, string edition, string upload, string? corrects = null)
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder, "source")).FullName;
        File.Copy(Path.Combine(Sources, "noise.csv"), Path.Combine(source, "noise.csv"), overwrite: true);
        var paths = (Policy: Path.Combine(source, "policy.yaml"), Upload: Path.Combine(source, "upload.csv"));
        await File.WriteAllTextAsync(paths.Policy, policy);
        await File.WriteAllTextAsync(paths.Upload, upload, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var receipt = await new PublicationRun(new RunSettings { Threads = 2, TemporaryFolder = Path.Combine(_folder, "temporary") }, TimeProvider.System, new Unwatched()).RunAsync(
            new RunRequest
            {
                Upload = new LocalUpload(paths.Upload),
                PolicyPath = paths.Policy,
                Edition = edition,
                CorrectionReason = corrects,
                Private = Private,
                PlaceOf = PlaceOf,
                Secrets = new RunSecrets(_ => Convert.ToBase64String(Encoding.UTF8.GetBytes("a key of the showcase, known to all"))),
            },
            CancellationToken.None);
        Assert.True(receipt.Verdict == Verdict.Accepted, ReceiptText.Write(receipt));
    }

    private Task WithdrawAsync(string dataset, string edition, string reason)
    {
        var context = new OperationContext(Private, PlaceOf, new WorkerSettings { TemporaryFolder = Path.Combine(_folder, "work") }, TimeProvider.System, new Unwatched());
        return new Withdrawal(context).RunAsync(new UploadSelection(Council, dataset, edition), new Signature("A head of service", reason), default);
    }

    private FolderPlace PlaceOf(string audience) => new FolderPlace(Path.Combine(_folder, audience), Locks);
}
