using System.Text;
using Publish.EndToEnd.Fixtures;
using Publish.Pipeline.Receipts;

namespace Publish.EndToEnd;

/// <summary>What the audit says of unpublished cells never quotes their labels.</summary>
public sealed class HeldTests
{
    [Fact]
    public async Task A_receipt_has_no_label_of_the_upload_whatever_the_verdict()
    {
        using var scenario = new Scenario(PolicyText.Of(
            new Dictionary<string, string> { ["a"] = PolicyText.Key, ["b"] = PolicyText.Key, ["c"] = PolicyText.Key },
            "releases:\n" + PolicyText.Table("t", "[a, b, c]", 2)));
        string[] rows = ["1,2,5", "1,2,1", "1,2,1", "3,3,1", "4,3,1", "4,3,1", "6,2,1", "1,2,5"];
        var lines = rows.Select(row => string.Join(',', row.Split(',').Select(cell => "Marguerite-" + cell)));
        var receipt = await scenario.PublishAsync("a,b,c\n" + string.Join('\n', lines) + "\n");

        Assert.DoesNotContain("Marguerite", ReceiptText.Write(receipt), StringComparison.Ordinal);
        Assert.DoesNotContain("Marguerite", Encoding.UTF8.GetString(ReceiptJson.Write(receipt)), StringComparison.Ordinal);
    }
}
