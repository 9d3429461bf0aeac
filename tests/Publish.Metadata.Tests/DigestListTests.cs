using System.Text;

namespace Publish.Metadata.Tests;

public class DigestListTests
{
    private static readonly string A = new('a', 64);
    private static readonly string B = new('0', 64);

    [Fact]
    public void Files_are_listed_by_name_as_sha256sum_lists_them() =>
        Assert.Equal(
            $"{B}  B.csv\n{A}  a.csv\n",
            Encoding.UTF8.GetString(DigestList.Write(new Dictionary<string, string> { ["a.csv"] = A, ["B.csv"] = B })));

    [Fact]
    public void A_list_read_back_is_the_one_written()
    {
        var digests = new Dictionary<string, string> { ["a.csv"] = A, ["b.parquet"] = B };
        Assert.Equal(digests, DigestList.Read(Encoding.UTF8.GetString(DigestList.Write(digests))));
    }

    [Theory]
    [InlineData("a  file")]
    [InlineData("{A} file")]
    [InlineData("{A}  one  two")]
    [InlineData("{A}  file\n{B}  file")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA  file")]
    [InlineData("{A}  ")]
    public void A_line_of_another_form_is_refused(string text) =>
        Assert.Throws<FormatException>(() => DigestList.Read(
            text.Replace("{A}", A, StringComparison.Ordinal).Replace("{B}", B, StringComparison.Ordinal)));
}
