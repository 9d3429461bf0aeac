using System.Text;
using System.Text.Json;
using Publish.Cli.Installations;
using Publish.Cli.Terminals;
using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Receipts;
using Publish.Storage;

namespace Publish.Cli.Tests.Installations;

/// <summary>The commands over an installation, the same for every kind of storage.</summary>
public abstract class InstallationTests : IDisposable
{
    private const string Dataset = "road-casualties";
    private const string Edition = "2026-10";
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "policies", "northshire-council");
    private readonly Scratch _scratch = new();
    private readonly string _agency = "agency-" + Guid.NewGuid().ToString("N")[..12];

    protected abstract string Storage { get; }

    private string Policy => $"policies/{_agency}/{Dataset}.yaml";

    public virtual void Dispose()
    {
        _scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_file_is_sent_once_and_a_correction_of_the_same_name_gets_a_number()
    {
        Assert.Equal((Name("my-people.csv"), true), await SendAsync("my people.csv", "id\n1\n"));
        Assert.Equal((Name("my-people.csv"), false), await SendAsync("my people.csv", "id\n1\n"));
        Assert.Equal((Name("my-people-2.csv"), true), await SendAsync("my people.csv", "id\n2\n"));
        Assert.Equal((Name("my-people-2.csv"), false), await SendAsync("my people.csv", "id\n2\n"));
        Assert.Equal((Name("upload.csv"), true), await SendAsync("_.csv", "id\n3\n"));
    }

    [Fact]
    public async Task Who_sends_is_known_to_the_ledger_whatever_the_letters_of_the_name()
    {
        await SendAsync("people.csv", "id\n1\n", "--by", "Siân O'Neill");
        await WorkAsync("people.csv");
        Assert.Equal("Siân O'Neill", (await UploadsAsync()).Single().GetProperty("uploader").GetString());
    }

    [Fact]
    public async Task What_is_sent_has_a_status_and_a_receipt_with_the_verdict_as_exit_code()
    {
        var nothing = new Session();
        Assert.Equal(ExitCodes.Usage, await nothing.RunAsync("status", $"{_agency}/{Dataset}", "--storage", Storage));
        Assert.Contains("[no-uploads]", nothing.Error, StringComparison.Ordinal);
        await SendAsync("people.csv", "id\n1\n");
        var early = new Session();
        Assert.Equal(ExitCodes.Usage, await early.RunAsync("receipt", $"{_agency}/{Dataset}/{Edition}", "--storage", Storage));
        Assert.Contains("[no-receipt]", early.Error, StringComparison.Ordinal);

        await WorkAsync("people.csv");
        var upload = Assert.Single(await UploadsAsync());
        Assert.Equal("rejected", upload.GetProperty("state").GetString());
        var session = new Session();
        Assert.Equal(ExitCodes.Rejected, await session.RunAsync("receipt", $"{_agency}/{Dataset}/{Edition}", "--storage", Storage, "--json"));
        var receipt = ReceiptJson.Read(Encoding.UTF8.GetBytes(session.Output));
        Assert.Equal((Verdict.Rejected, upload.GetProperty("receipt").GetString()), (receipt.Verdict, receipt.Id));
        Assert.Equal("policy-not-found", Assert.Single(receipt.Findings).Code);
    }

    [Fact]
    public async Task Of_several_receipts_the_last_is_shown_and_the_others_by_name()
    {
        await SendAsync("first.csv", "id\n1\n");
        await WorkAsync("first.csv");
        var first = (await UploadsAsync()).Single().GetProperty("receipt").GetString()!;
        await SendAsync("second.csv", "id\n2\n");
        await WorkAsync("second.csv");

        Assert.NotEqual(first, (await ReceiptAsync()).Id);
        Assert.Equal(first, (await ReceiptAsync("--receipt", first)).Id);
    }

    [Fact]
    public async Task Releases_for_two_audiences_are_published_and_withdrawn_each_in_the_account_of_its_audience()
    {
        await SendAsync("people.csv", People(), "--by", "A Sender", "--policy", _scratch.Write("policy.yaml", PolicyForTwo(_agency)));
        await WorkAsync("people.csv");
        Assert.Equal(["public: everyones", "partners: theirs"], (await ReceiptAsync()).Published!.Places.Select(place => $"{place.Audience}: {string.Join(' ', place.Releases)}"));
        var installation = await OpenAsync();
        foreach (var (audience, own, other) in new[] { ("public", "everyones", "theirs"), ("partners", "theirs", "everyones") })
        {
            var names = await NamesAsync(installation.PlaceOf(audience));
            Assert.Contains($"data/{_agency}/{Dataset}/{Edition}/v1.0.0/{own}.parquet", names);
            Assert.Contains($"data/{_agency}/{Dataset}/current/{own}/edition={Edition}/{own}.parquet", names);
            Assert.DoesNotContain(names, name => name.Contains(other, StringComparison.Ordinal));
        }

        Assert.Empty(await NamesAsync(installation.PlaceOf("agencies")));
        var context = installation.ContextOf(TimeProvider.System, new PlainProgress(TextWriter.Null, TimeProvider.System));
        await new Withdrawal(context).RunAsync(new UploadSelection(_agency, Dataset, Edition), new Signature("C Head", "A column was wrong."), default);
        foreach (var audience in new[] { "public", "partners" })
        {
            Assert.Equal(3, (await NamesAsync(installation.PlaceOf(audience))).Count);
        }
    }

    [Theory]
    [InlineData(null, Verdict.Held)]
    [InlineData("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", Verdict.Accepted)]
    public async Task A_secret_key_that_a_policy_names_comes_from_the_settings_of_the_installation(string? key, Verdict verdict)
    {
        var policy = PolicyForTwo(_agency).Replace("threshold: 3", "threshold: 1, rounding: {method: random, base: 5, key: census-key}", StringComparison.Ordinal);
        await SendAsync("people.csv", People(), "--policy", _scratch.Write("policy.yaml", policy));
        var installation = await Installation.OpenAsync(
            StorageAddress.Parse(Storage)!, setting => setting == "PUBLISH_SECRET_CENSUS_KEY" ? key : null, default);
        await new OnUpload(installation.ContextOf(TimeProvider.System, new PlainProgress(TextWriter.Null, TimeProvider.System)))
            .RunAsync(Name("people.csv"), default);
        Assert.Equal(verdict, (await ReceiptAsync()).Verdict);
    }

    [Fact]
    public async Task A_policy_is_installed_with_the_files_it_names_and_never_replaced_unasked()
    {
        var policy = _scratch.Write("policy.yaml", PolicyOf(_agency, "First"));
        CopyFilesOfPolicy();
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync(Upload("people.csv", "id\n1\n", "--policy", policy)));
        Assert.Contains("The policy is installed.", session.Output, StringComparison.Ordinal);
        Assert.Equal(PolicyOf(_agency, "First"), await ReadAsync(Policy));
        Assert.NotNull(await ReadAsync($"policies/{_agency}/districts.csv"));

        Assert.Equal((Name("people.csv"), false), await SendAsync("people.csv", "id\n1\n", "--policy", policy));
        _scratch.Write("policy.yaml", PolicyOf(_agency, "Second"));
        var refused = new Session();
        Assert.Equal(ExitCodes.Failed, await refused.RunAsync(Upload("more.csv", "id\n1\n", "--policy", policy)));
        Assert.Contains("[policy-installed-differs]", refused.Error, StringComparison.Ordinal);
        Assert.Null(await ReadAsync(Name("more.csv")));
        Assert.Equal(PolicyOf(_agency, "First"), await ReadAsync(Policy));

        await SendAsync("more.csv", "id\n1\n", "--policy", policy, "--replace-policy");
        Assert.Equal(PolicyOf(_agency, "Second"), await ReadAsync(Policy));
    }

    [Theory]
    [InlineData("policy-of-other-dataset", "other-agency", true)]
    [InlineData("policy-file-missing", null, false)]
    public async Task A_policy_that_cannot_serve_the_upload_is_refused_and_nothing_is_sent(string code, string? agency, bool hasFile)
    {
        var policy = _scratch.Write("policy.yaml", PolicyOf(agency ?? _agency, "Title"));
        if (hasFile)
        {
            CopyFilesOfPolicy();
        }

        var session = new Session();
        Assert.Equal(ExitCodes.Failed, await session.RunAsync(Upload("people.csv", "id\n1\n", "--policy", policy)));
        Assert.Contains($"[{code}]", session.Error, StringComparison.Ordinal);
        Assert.Null(await ReadAsync(Name("people.csv")));
        Assert.Null(await ReadAsync(Policy));
    }

    [Fact]
    public async Task The_health_of_an_installation_is_numbers()
    {
        await SendAsync("one.csv", "id\n1\n");
        await SendAsync("two.csv", "id\n2\n");
        await WorkAsync("one.csv");
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("status", "--all", "--storage", Storage, "--json"));
        using var health = JsonDocument.Parse(session.Output);
        Assert.True(health.RootElement.GetProperty("unmet").GetInt32() >= 1);
        Assert.True(health.RootElement.GetProperty("uploads").GetProperty("rejected").GetInt32() >= 1);
        Assert.False(health.RootElement.GetProperty("needsAttention").GetBoolean());

        var text = new Session();
        await text.RunAsync("status", "--all", "--storage", Storage);
        Assert.StartsWith("WELL", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_agency, text.Output + session.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--agency", "../other")]
    [InlineData("--dataset", "Things")]
    [InlineData("--edition", "2026/10")]
    [InlineData("--by", "\u001b[2J")]
    public async Task A_name_that_could_lead_elsewhere_is_refused_before_it_touches_a_path(string option, string value)
    {
        var line = Upload("people.csv", "id\n1\n", "--by", "Somebody");
        line[Array.IndexOf(line, option) + 1] = value;
        var session = new Session();
        Assert.Equal(ExitCodes.Usage, await session.RunAsync(line));
        Assert.Contains(option, session.Error, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(IPublicPlace place)
    {
        var names = new List<string>();
        await foreach (var entry in place.ListAsync($"data/{_agency}/", default))
        {
            names.Add(entry.Name);
        }

        return names;
    }

    private static string People() => "area,sex\n" + string.Concat(Enumerable.Range(0, 40).Select(i => (i % 4 < 2 ? "east" : "west") + (i % 2 == 0 ? ",f\n" : ",m\n")));

    private static string PolicyForTwo(string agency) => $$"""
        policy: 1
        agency: {{agency}}
        dataset: {{Dataset}}
        title: People counted
        description: Made for a test.
        catalogue: {licence: OGL-UK-3.0, contactPoint: {contactName: Team, email: team@agency.example}, creator: Agency}
        respondent: row
        agreement:
          id: A-1
          name: Agreement
          status: active
          purpose: To test.
          lawfulBasis: 6(1)(e)
          controllers: [Agency]
          recipients: [public, partners]
          discloses: {area: Needed., sex: Needed.}
          retention: P30D
          dpia: {reference: D-1, date: 2026-01-12, outcome: approved}
          starts: 2026-01-01
        columns:
          area: {type: text, role: key, required: true}
          sex: {type: text, role: key, required: true}
        releases:
          - {name: everyones, kind: table, audience: public, by: {sex: [sex, all]}, threshold: 3}
          - {name: theirs, kind: table, audience: partners, by: {area: [area, all], sex: [sex, all]}, threshold: 3}

        """;

    private static string PolicyOf(string agency, string title) => File.ReadAllText(Path.Combine(Sample, "road-casualties.yaml"))
        .Replace("agency: northshire-council", "agency: " + agency, StringComparison.Ordinal)
        .Replace("title: Road casualties in Northshire", "title: " + title, StringComparison.Ordinal);

    private void CopyFilesOfPolicy()
    {
        foreach (var file in Directory.GetFiles(Sample, "*.csv"))
        {
            File.Copy(file, Path.Combine(_scratch.Folder, Path.GetFileName(file)));
        }
    }

    private string Name(string file) => $"uploads/{_agency}/{Dataset}/{Edition}/{file}";

    private string[] Upload(string file, string content, params string[] more) =>
    [
        "upload", _scratch.Write(file, content), "--agency", _agency, "--dataset", Dataset, "--edition", Edition, "--storage", Storage, .. more,
    ];

    private async Task<(string Name, bool IsNew)> SendAsync(string file, string content, params string[] more)
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync(Upload(file, content, [.. more, "--json"])));
        using var json = JsonDocument.Parse(session.Output);
        return (json.RootElement.GetProperty("upload").GetString()!, json.RootElement.GetProperty("new").GetBoolean());
    }

    private async Task<IReadOnlyList<JsonElement>> UploadsAsync()
    {
        var session = new Session();
        Assert.Equal(ExitCodes.Done, await session.RunAsync("status", $"{_agency}/{Dataset}", "--storage", Storage, "--json"));
        return [.. JsonDocument.Parse(session.Output).RootElement.GetProperty("uploads").EnumerateArray()];
    }

    private async Task<Receipt> ReceiptAsync(params string[] more)
    {
        var session = new Session();
        await session.RunAsync(["receipt", $"{_agency}/{Dataset}/{Edition}", "--storage", Storage, "--json", .. more]);
        return ReceiptJson.Read(Encoding.UTF8.GetBytes(session.Output));
    }

    private async Task WorkAsync(string file) => Assert.NotNull(await new OnUpload(
        (await OpenAsync()).ContextOf(TimeProvider.System, new PlainProgress(TextWriter.Null, TimeProvider.System))).RunAsync(Name(file), default));

    private async Task<string?> ReadAsync(string name) =>
        await (await OpenAsync()).Private.ReadAsync(new BlobName(name), default) is { } content ? Encoding.UTF8.GetString(content) : null;

    private Task<Installation> OpenAsync() => Installation.OpenAsync(StorageAddress.Parse(Storage)!, _ => null, default);
}
