using System.Security.Cryptography;
using System.Text;
using Publish.Pipeline.Receipts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Parts;

/// <summary>What a folder of parts must be, and how its faults are told.</summary>
public sealed class FolderTests
{
    private const string Header = "id,district,sex,pay,note\n";

    [Fact]
    public async Task Faults_of_every_part_are_told_with_part_row_and_line()
    {
        var parts = PartFiles.Cut(Some.Csv, 3);
        parts["part-1.csv"] = Header + "A,Norham,x,1.00,\nB,Norham,x,much,\n";
        parts["part-2.csv"] = Header + "\"C\nC\",Norham,x,little,\n";
        var receipt = await RejectedAsync(parts, "type-error");
        Assert.Equal(2, receipt.Findings[0].Count);
        Assert.Equal(
            ["part part-1.csv, row 3, line 3, column 4 (pay)", "part part-2.csv, row 2, line 2, column 4 (pay)"],
            receipt.Findings[0].First.Select(place => place.Place));
    }

    [Fact]
    public async Task A_part_without_its_own_header_is_rejected()
    {
        var parts = PartFiles.Cut(Some.Csv, 2);
        parts["part-1.csv"] = parts["part-1.csv"][Header.Length..];
        using var desk = Some.Desk();
        var receipt = await desk.RunPartsAsync(Some.Policy, parts);
        Assert.Equal(Verdict.Rejected, receipt.Verdict);
        Assert.All(receipt.Findings.SelectMany(f => f.First), place => Assert.StartsWith("part part-1.csv", place.Place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_stands_in_two_parts_is_a_repeat_in_the_later_one()
    {
        var policy = Some.Policy with { Columns = [("id", "{type: text, role: identifier, required: true, unique: true}"), .. Some.Policy.Columns.Skip(1)] };
        var parts = PartFiles.Cut(Some.Csv, 2);
        parts["part-0.csv"] += "TWICE,Norham,x,1.00,\n";
        parts["part-1.csv"] = Header + "TWICE,Norham,x,1.00,\n" + parts["part-1.csv"][Header.Length..];
        using var desk = Some.Desk();
        var receipt = await desk.RunPartsAsync(policy, parts);
        var fault = Assert.Single(receipt.Findings);
        Assert.Equal(("unique-error", "part part-1.csv, row 2, line 2, column id"), (fault.Code, Assert.Single(fault.First).Place));
    }

    [Fact]
    public async Task Values_of_two_parts_that_have_no_place_are_told_together_with_repeats()
    {
        var policy = Some.Policy with { Columns = [("id", "{type: text, role: identifier, required: true, unique: true}"), .. Some.Policy.Columns.Skip(1)] };
        var parts = PartFiles.Cut(Some.Csv, 3);
        parts["part-0.csv"] += "TWICE,Nowhere,x,1.00,\n";
        parts["part-2.csv"] += "TWICE,Elsewhere,x,1.00,\n";
        using var desk = Some.Desk();
        var receipt = await desk.RunPartsAsync(policy, parts);
        Assert.Equal(["outside-hierarchy", "unique-error"], receipt.Findings.Select(f => f.Code));
        Assert.Equal([2L, 1L], receipt.Findings.Select(f => f.Count));
    }

    [Fact]
    public async Task Personal_identifiers_are_judged_by_their_share_of_all_parts()
    {
        var parts = PartFiles.Cut(Some.Csv.Replace("note ", "someone@agency.example ", StringComparison.Ordinal), 3);
        foreach (var name in parts.Keys.ToArray())
        {
            parts[name] = parts[name].Replace("example ", "example", StringComparison.Ordinal);
        }

        await RejectedAsync(parts, "personal-identifiers");
    }

    [Theory]
    [InlineData(null, "folder-not-closed")]
    [InlineData("part-0.csv\n", "part-extra")]
    [InlineData("part-0.csv\npart-1.csv\npart-2.csv\n", "part-missing")]
    [InlineData("part-0.csv\r\npart-1.csv\r\n", null)]
    [InlineData("part-0.csv\n../part-1.csv\n", "part-list-unreadable")]
    [InlineData("part-0.csv\npart-0.csv\n", "part-list-unreadable")]
    [InlineData("part 0.csv\n", "part-list-unreadable")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000  part-0.csv\npart-1.csv\n", "part-digest")]
    public async Task The_marker_is_empty_or_lists_the_parts(string? marker, string? code)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunPartsAsync(Some.Policy, PartFiles.Cut(Some.Csv, 2), marker);
        Assert.Equal(code is null ? [] : [code], receipt.Findings.Select(f => f.Code));
        Assert.Equal(code is null, Directory.Exists(Path.Combine(desk.PublicRoot, "data")));
    }

    [Fact]
    public async Task A_list_of_digests_as_sha256sum_writes_it_is_compared_with_what_was_read()
    {
        var parts = PartFiles.Cut(Some.Csv, 3);
        var list = string.Concat(parts.Select(part => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part.Value)))}  {part.Key}\n"));
        using var desk = Some.Desk();
        var receipt = await desk.RunPartsAsync(Some.Policy, parts, list);
        Assert.Equal((Verdict.Accepted, "CSV, UTF-8, in 3 parts"), (receipt.Verdict, receipt.Upload!.Format));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))), receipt.Upload.Sha256);
    }

    [Fact]
    public async Task A_folder_of_nothing_is_rejected()
    {
        await RejectedAsync(new SortedDictionary<string, string>(), "folder-without-parts");
    }

    private static async Task<Receipt> RejectedAsync(IReadOnlyDictionary<string, string> parts, string code)
    {
        using var desk = Some.Desk();
        var receipt = await desk.RunPartsAsync(Some.Policy, parts);
        Assert.Equal((Verdict.Rejected, code), (receipt.Verdict, receipt.Findings[0].Code));
        Assert.False(Directory.Exists(Path.Combine(desk.PublicRoot, "data")));
        return receipt;
    }
}
