using System.Text;
using Publish.Codes;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Tests.Fixtures;

namespace Publish.Pipeline.Tests.Operations;

public sealed class FolderSendingTests
{
    private const string Sent = "uploads/some-agency/some-things/2026-10/people";

    [Fact]
    public async Task A_folder_is_sent_with_a_list_of_its_parts_and_published()
    {
        using var office = await new Office().WithPolicyAsync(Some.Policy);
        var sent = await SendAsync(office, Write(office, PartFiles.Cut(Some.Csv, 3)));
        Assert.Equal(new SentUpload(Sent + "/_SUCCESS", IsNew: true), sent);
        Assert.Equal(3, Encoding.UTF8.GetString(office.PrivateFiles()[Sent + "/_SUCCESS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await office.SweepAsync();
        Assert.Equal(Verdict.Accepted, Assert.Single(office.Receipts()).Verdict);
        Assert.Equal("A Sender", (await office.RecordsAsync()).Single(record => record.Receipt is not null).Uploader);
    }

    [Fact]
    public async Task The_same_folder_again_sends_nothing_and_another_of_its_name_gets_a_number()
    {
        using var office = new Office();
        var folder = Write(office, PartFiles.Cut(Some.Csv, 2));
        await SendAsync(office, folder);
        Assert.Equal(new SentUpload(Sent + "/_SUCCESS", IsNew: false), await SendAsync(office, folder));
        File.AppendAllText(Path.Combine(folder, "part-0.csv"), "X,Norham,x,1.00,\n");
        Assert.Equal(new SentUpload(Sent + "-2/_SUCCESS", IsNew: true), await SendAsync(office, folder));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sending_that_broke_off_at_any_call_is_taken_up(bool afterwards)
    {
        for (var call = 1; ; call++)
        {
            using var office = new Office();
            var folder = Write(office, PartFiles.Cut(Some.Csv, 2));
            var trouble = new Trouble(call, afterwards, deadly: true);
            try
            {
                await new FolderSending(new TroubledPlace(office.Private, trouble)).SendAsync(Office.Edition, folder, new UploadNote(), default);
            }
            catch (IOException)
            {
                await SendAsync(office, folder);
            }

            Assert.Equal(
                [Sent + "/_SUCCESS", Sent + "/part-0.csv", Sent + "/part-1.csv"],
                office.PrivateFiles().Keys.Where(name => name.StartsWith("uploads", StringComparison.Ordinal)));
            if (!trouble.HasHappened)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_closed_is_not_sent()
    {
        using var office = new Office();
        var folder = Write(office, PartFiles.Cut(Some.Csv, 2));
        File.Delete(Path.Combine(folder, UploadFolder.Marker));
        var refusal = await Assert.ThrowsAsync<CodedException>(() => SendAsync(office, folder));
        Assert.Equal("folder-not-closed", Assert.Single(refusal.Findings).Code.Id);
        Assert.Empty(office.PrivateFiles());
    }

    private static Task<SentUpload> SendAsync(Office office, string folder) =>
        new FolderSending(office.Private).SendAsync(Office.Edition, folder, new UploadNote("A Sender"), default);

    private static string Write(Office office, IReadOnlyDictionary<string, string> parts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(office.Root, "outbox", "people")).FullName;
        foreach (var (name, text) in parts)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        File.WriteAllText(Path.Combine(folder, UploadFolder.Marker), "");
        return folder;
    }
}
