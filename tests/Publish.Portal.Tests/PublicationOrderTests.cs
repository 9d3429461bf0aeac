using Publish.Storage;

namespace Publish.Portal.Tests;

public class PublicationOrderTests
{
    // Stopped after any write, the site has no link that leads nowhere: so a reader never meets one while it is built.
    [Fact]
    public async Task A_build_stopped_after_any_write_leaves_no_link_that_leads_nowhere()
    {
        for (var writes = 1; ; writes++)
        {
            using var folder = new PublishedFolder();
            folder.Publish("agency", "one", "2026-09");
            await folder.BuildAsync();
            string[] reachable = [.. folder.SiteFiles().Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal))];
            folder.Publish("agency", "two", "2026-09", day: 1, title: "Zebras");
            folder.Publish("agency", "one", "2026-10", day: 1, theme: "Roads and rivers");
            folder.Publish("other", "three", "2026-09", day: 2, theme: "Roads and rivers");
            var place = new StoppingPlace(folder.Place, writes);
            try
            {
                await new SiteBuilder(place, folder.Settings) { Threads = 1 }.BuildAsync(CancellationToken.None);
                Assert.True(writes > 20);
                return;
            }
            catch (IOException)
            {
                BrokenLinks.AssertNone(BrokenLinks.From(folder.Root, reachable));
            }
        }
    }

    [Fact]
    public async Task A_reader_that_polls_while_sites_are_built_never_follows_a_link_that_is_not_there()
    {
        using var folder = new PublishedFolder();
        folder.Publish("agency", "set-0", "2026-01");
        await folder.BuildAsync();
        using var over = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var rounds = 0;
            for (; !over.IsCancellationRequested; rounds++)
            {
                BrokenLinks.AssertNone(BrokenLinks.From(folder.Root, ["index.html"]));
            }

            return rounds;
        });
        for (var i = 1; i <= 12; i++)
        {
            folder.Publish($"agency-{i % 3}", $"set-{i}", "2026-01", day: i, title: $"{(char)('A' + i)} title", theme: $"Theme {i % 4}");
            folder.Publish("agency", "set-0", $"2026-{i + 10}", day: i, theme: $"Theme {i}");
            await folder.BuildAsync();
        }

        await over.CancelAsync();
        Assert.True(await reader > 0);
    }

    /// <summary>A place whose writes and deletions stop after a number of them.</summary>
    private sealed class StoppingPlace(FolderPlace inner, int writes) : DelegatingPlace(inner)
    {
        private int _left = writes;

        public override Task<bool> TryWriteAsync(BlobName name, Stream content, BlobWrite write, CancellationToken cancellation)
        {
            Count();
            return base.TryWriteAsync(name, content, write, cancellation);
        }

        public override Task<bool> TryDeleteAsync(BlobName name, string expected, CancellationToken cancellation)
        {
            Count();
            return base.TryDeleteAsync(name, expected, cancellation);
        }

        private void Count()
        {
            if (_left-- == 0)
            {
                throw new IOException("The place stops.");
            }
        }
    }
}
