using Publish.Pipeline;
using Publish.Pipeline.Operations;
using Publish.Portal;

namespace Publish.EndToEnd.Serving;

/// <summary>Who reads a site while it changes: over a folder, and over accounts as they are in Azure.</summary>
[Collection(nameof(ProcessTests))]
public sealed class SiteReaderTests
{
    [Theory]
    [InlineData("folder")]
    [InlineData("azurite")]
    public async Task A_reader_who_polls_while_editions_are_published_and_withdrawn_never_follows_a_link_that_is_not_there(string kind)
    {
        await using var estate = await Estate.OpenAsync(kind);
        var context = new OperationContext(
            estate.Private, estate.PlaceOf, new WorkerSettings { TemporaryFolder = Path.Combine(estate.Root, "work") }, TimeProvider.System, new Unwatched())
        {
            RebuildSite = (audience, stop) => audience == "public" ? BuildAsync(estate) : Task.CompletedTask,
        };
        await PublishAsync(estate, context, "e1");
        using var stop = new CancellationTokenSource();
        var reader = new PollingReader(estate.Public);
        await reader.PollAsync();
        var reading = Task.Run(() => reader.RunAsync(stop.Token));

        await PublishAsync(estate, context, "e2");
        await new Withdrawal(context).RunAsync(SmallDataset.Edition("e1"), new Signature("A Head", "A column was wrong."), default);
        await PublishAsync(estate, context, "e3");
        await new Withdrawal(context).RunAsync(SmallDataset.Edition("e3"), new Signature("A Head", "A column was wrong."), default);
        await BuildAsync(estate);
        await stop.CancelAsync();
        await reading;
        await reader.PollAsync();

        Assert.Empty(reader.Faults);
        Assert.True(reader.Polls > 2);
        Assert.Superset(new HashSet<string> { "e1", "e2" }, reader.Editions.ToHashSet());
        Assert.True(reader.LinksFollowed > 100, $"{reader.LinksFollowed} links");
    }

    private static async Task PublishAsync(Estate estate, OperationContext context, string edition)
    {
        var file = Path.Combine(estate.Root, edition + ".csv");
        await File.WriteAllTextAsync(file, SmallDataset.Csv(300, edition[^1]));
        var sent = await new Sending(estate.Private).SendAsync(SmallDataset.Edition(edition), file, new UploadNote(null), default);
        await new OnUpload(context).RunAsync(sent.Name, default);
        await BuildAsync(estate);
    }

    private static Task<SiteReport> BuildAsync(Estate estate) => new SiteBuilder(estate.Public, new SiteSettings()).BuildAsync(default);
}
