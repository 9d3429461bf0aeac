using System.Text;
using System.Text.Json;

namespace Publish.Metadata.Tests;

public class CertificateJsonTests
{
    private static readonly Certificate Some = new()
    {
        Agency = "agency",
        Dataset = "dataset",
        Title = "Löhne & \"Gehälter\"",
        Edition = "2026-10",
        Version = "v1.0.0",
        Audience = "public",
        Agreement = "A-1",
        Protects = "rows",
        Releases =
        [
            new CertifiedRelease
            {
                Name = "table",
                Kind = "table",
                TotalMark = "Total",
                Files = [new CertifiedFile("table.csv", "text/csv", 12, new string('a', 64))],
                Keys = [new CertifiedKey("age", ["age_band"], Total: true)],
                Columns = [new CertifiedColumn("count", "count", "integer")],
                Rules = [new CertifiedRule("minimum-frequency", "A guarantee."), new CertifiedRule("recursive-l-diversity", "Another.", 2) { Column = "x", C = 1.5 }],
                Audit = ["solving"],
                Attested = ["A sentence."],
            },
        ],
    };

    [Fact]
    public void A_certificate_read_back_is_the_one_written()
    {
        var written = CertificateJson.Write(Some);
        var read = CertificateJson.Read(written);
        Assert.Equal(Some.Title, read.Title);
        Assert.Equal(Some.Releases[0].Rules, read.Releases[0].Rules);
        Assert.Equal(Some.Releases[0].Files, read.Releases[0].Files);
        Assert.Equal(written, CertificateJson.Write(read));
    }

    [Fact]
    public void What_is_not_told_has_no_name_in_the_file()
    {
        var text = Encoding.UTF8.GetString(CertificateJson.Write(Some));
        Assert.DoesNotContain("null", text, StringComparison.Ordinal);
        Assert.DoesNotContain("licence", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    public void What_is_no_certificate_is_refused(string text) =>
        Assert.Throws<JsonException>(() => CertificateJson.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2")]
    [InlineData("\"format\": 1", "\"format\": 1, \"more\": true")]
    [InlineData("\"agency\": \"agency\"", "\"agency\": null")]
    [InlineData("\"agency\": \"agency\",", "")]
    [InlineData("\"bytes\": 12", "\"bytes\": \"many\"")]
    public void A_changed_certificate_is_refused(string old, string other)
    {
        var text = Encoding.UTF8.GetString(CertificateJson.Write(Some));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => CertificateJson.Read(Encoding.UTF8.GetBytes(text.Replace(old, other, StringComparison.Ordinal))));
    }
}
