namespace Publish.EndToEnd.Serving;

/// <summary>A reader of each audience, who poll all through.</summary>
internal sealed class PollingReaders(Estate estate)
{
    private readonly PollingReader[] _readers = [.. SmallDataset.Audiences.Select(audience => new PollingReader(estate.PlaceOf(audience)))];

    /// <summary>How often they polled.</summary>
    public int Polls => _readers.Sum(reader => reader.Polls);

    /// <summary>What they met that no reader may meet.</summary>
    public IEnumerable<string> Faults => _readers.SelectMany(reader => reader.Faults);

    /// <summary>They poll until they are stopped.</summary>
    public Task RunAsync(CancellationToken stop) => Task.WhenAll(_readers.Select(reader => reader.RunAsync(stop)));

    /// <summary>Each polls once.</summary>
    public Task PollAsync() => Task.WhenAll(_readers.Select(reader => reader.PollAsync()));
}
