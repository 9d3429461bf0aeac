namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>An office with a folder of parts, in storage as agencies send it.</summary>
internal static class PartOffice
{
    public const string Folder = "uploads/some-agency/some-things/2026-10/people";
    public const string Marker = Folder + "/_SUCCESS";

    public static PolicyText Policy { get; } = Some.Policy with { Respondent = "id" };

    public static async Task<Office> OpenAsync(int parts)
    {
        var office = await new Office().WithPolicyAsync(Policy);
        await office.PutPartsAsync(PartFiles.Cut(Some.Csv, parts));
        return office;
    }

    public static async Task PutPartsAsync(this Office office, IReadOnlyDictionary<string, string> parts)
    {
        foreach (var (name, text) in parts)
        {
            await office.PutAsync($"{Folder}/{name}", text);
        }
    }

    public static string[] Parts(this Office office) =>
        [.. office.PrivateFiles().Keys.Where(name => name.StartsWith(Folder + "/part", StringComparison.Ordinal))];

    public static async Task AssertPublishedAsync(this Office office)
    {
        using var whole = await new Office().WithPolicyAsync(Policy);
        await whole.PutAsync(Office.Upload, Some.Csv);
        await whole.OnUploadAsync();

        // The same but for the history, which tells the times.
        string[] timed = ["history.json", "latest.json"];
        Assert.Equal(Verdict.Accepted, Assert.Single(office.Receipts()).Verdict);
        Assert.Equal(
            whole.PublicFiles().Where(file => !timed.Contains(Path.GetFileName(file.Key))),
            office.PublicFiles().Where(file => !timed.Contains(Path.GetFileName(file.Key))));
        office.AssertNothingLeft();
    }

    public static void AssertNothingLeft(this Office office)
    {
        Assert.DoesNotContain(office.PrivateFiles().Keys, name => name.StartsWith("ledger/open", StringComparison.Ordinal) || name.StartsWith("staging", StringComparison.Ordinal));
        Assert.Empty(office.TemporaryFiles());
    }
}
