using System.Text;

namespace Publish.Csv.Tests;

/// <summary>No text of the file is ever in a report.</summary>
public sealed class SilenceTests
{
    private const string Canary = "Canary";

    [Theory]
    [InlineData("a,b,Canary\n1,2,3\n")]
    [InlineData("Canary,Canary\n")]
    [InlineData("a,b\nCanary,x\n")]
    [InlineData("a,b\n1,Canary\n")]
    [InlineData("a,b\n1,x,Canary\n")]
    [InlineData("a,b\nCanary\n")]
    [InlineData("a,b\n1,Can\"ary Canary\n")]
    [InlineData("a,b\n1,\"x\"Canary\n")]
    [InlineData("a,b\n1,\"Canary\n")]
    [InlineData("a,b\n1,Canary\0\n")]
    [InlineData("a,b\n1,Canary\rCanary\n")]
    [InlineData("a,b\n1,Canary\u00ff\n")]
    [InlineData("a,b,Canary\u00ff\n1,2,3\n")]
    [InlineData("PK\u0003\u0004Canary")]
    [InlineData("\u001f\u008b\u0008Canary")]
    [InlineData("Canary\"\n")]
    public void A_faulty_text_is_not_in_the_report(string file)
    {
        CsvColumn[] columns = [Some.Integer("a"), Some.Text("b") with { Values = ["x"], Pattern = "x" }];
        var (report, _) = Some.Read(Encoding.Latin1.GetBytes(file), null, null, columns);
        Assert.False(report.IsClean);
        var everything = Some.Describe(report) + string.Join('\n', report.Faults.Select(group => group.ToString()));
        Assert.DoesNotContain(Canary, everything, StringComparison.OrdinalIgnoreCase);
    }
}
