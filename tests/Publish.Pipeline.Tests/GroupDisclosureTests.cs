using Publish.Metadata;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests;

/// <summary>That a group is all in one category, from the policy to the published file and the audit.</summary>
public class GroupDisclosureTests
{
    private static readonly string Csv = "area,ill\n"
        + Rows("north,yes", 7) + Rows("south,yes", 6) + Rows("south,no", 25) + Rows("west,yes", 8) + Rows("west,no", 9);

    private static readonly PolicyText Illness = new()
    {
        Columns = [("area", "{type: text, role: key, required: true}"), ("ill", "{type: text, role: key, required: true}")],
    };

    [Fact]
    public async Task That_nobody_is_in_the_other_category_is_withheld()
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunAsync(Asking(", groupDisclosure: [ill]"), Csv);

        Assert.Equal(Verdict.Accepted, receipt.Verdict);
        Assert.Equal(1, receipt.Tables[0].Rules.Single(rule => rule.Rule == "group-disclosure").Cells);
        Assert.Equal("c", desk.Table("illness").Rows.Single(row => row["area"] == "north" && row["ill"] == "no")["status"]);
        Assert.Equal("c", desk.Table("illness").Rows.Single(row => row["area"] == "north" && row["ill"] == "yes")["status"]);
        Assert.Contains("nobody is there, so that everybody is known to be in another category of a key", Pipeline.Receipts.ReceiptText.Write(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_finds_the_group_where_protection_forgot_the_rule()
    {
        using var desk = Some.Desk();
        var upload = await StagedUpload.OfAsync(desk, Asking(", groupDisclosure: [ill]"), Csv, "asked");
        Assert.Empty(upload.Audit());

        var forgotten = await StagedUpload.OfAsync(desk, Asking(""), Csv, "forgotten");
        upload.Protected = forgotten.Protected with
        {
            Tables = [(upload.Protected.Tables[0].Plan, forgotten.Protected.Tables[0].Table)],
        };
        var findings = upload.Audit();

        Assert.Contains(findings, finding => finding.Code.Id == "attack-group-disclosure");
    }

    [Fact]
    public async Task The_certificate_names_the_rule_and_its_key()
    {
        using var desk = Some.Desk();
        var version = (await StagedUpload.OfAsync(desk, Asking(", groupDisclosure: [ill]"), Csv, "named")).Write();
        var rules = CertificateJson.Read(File.ReadAllBytes(Path.Combine(version.Path, "certificate.json"))).Releases[0].Rules;

        Assert.Equal("ill", rules.Single(rule => rule.Name == "group-disclosure").Column);
        Assert.Contains(rules, rule => rule.Name == "protected-zeros");
        Assert.Empty(StagedUpload.Read(version));
    }

    private static PolicyText Asking(string more) =>
        Illness.With($"{{name: illness, kind: table, audience: public, by: [area, ill], threshold: 5{more}}}");

    private static string Rows(string row, int count) => string.Concat(Enumerable.Repeat(row + "\n", count));
}
