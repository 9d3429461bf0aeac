using System.Text.Json;

namespace Publish.Portal.Catalogue;

/// <summary>A dataset as a catalogue describes it.</summary>
/// <param name="Nodes">Its series and its editions, each an object of JSON-LD.</param>
/// <param name="Editions">The identifier of each edition, and when something last happened to it.</param>
internal sealed record DcatDataset(IReadOnlyList<ReadOnlyMemory<byte>> Nodes, IReadOnlyList<(string Id, string Modified)> Editions)
{
    /// <summary>Reads the datasets of a catalogue that Publish wrote, as they stand there.</summary>
    /// <param name="catalogue">The catalogue, or <see langword="null"/>.</param>
    /// <returns>The datasets by the addresses of their pages; none where there is no catalogue.</returns>
    public static IReadOnlyDictionary<string, DcatDataset> Read(byte[]? catalogue)
    {
        var datasets = new Dictionary<string, DcatDataset>(StringComparer.Ordinal);
        if (catalogue is null)
        {
            return datasets;
        }

        var reader = new Utf8JsonReader(catalogue);
        while (reader.Read())
        {
            // The graph's nodes, and the context before them.
            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                Add(datasets, catalogue.AsMemory(start, (int)reader.BytesConsumed - start));
            }
        }

        return datasets;
    }

    // An edition's identifier is its page's address and a fragment, and so is that of its series, which stands before it.
    private static void Add(Dictionary<string, DcatDataset> datasets, ReadOnlyMemory<byte> node)
    {
        using var json = JsonDocument.Parse(node);
        var id = json.RootElement.GetProperty("@id").GetString()!;
        var page = id[..id.IndexOf('#', StringComparison.Ordinal)];
        if (json.RootElement.GetProperty("@type").ValueKind == JsonValueKind.String)
        {
            if (json.RootElement.GetProperty("@type").ValueEquals("dcat:DatasetSeries"))
            {
                datasets[page] = new DcatDataset([node], []);
            }

            return;
        }

        var modified = json.RootElement.GetProperty("dcterms:modified").GetProperty("@value").GetString()!;
        datasets[page] = new DcatDataset([.. datasets[page].Nodes, node], [.. datasets[page].Editions, (id, modified)]);
    }
}
