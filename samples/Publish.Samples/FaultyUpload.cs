using Publish.Samples.Writing;

namespace Publish.Samples;

/// <summary>A later edition of a sample that must be rejected: right but for a few known faults.</summary>
public sealed class FaultyUpload
{
    private readonly SyntheticFile _file;

    internal FaultyUpload(string edition, string uploadFileName, SyntheticFile right, IReadOnlyList<PlantedFault> faults)
    {
        Edition = edition;
        UploadFileName = uploadFileName;
        Faults = faults;
        _file = right with { Records = seed => Plant(right.Records(seed), faults) };
    }

    /// <summary>The edition it is about, such as <c>2026-Q3</c>.</summary>
    public string Edition { get; }

    /// <summary>The file's name.</summary>
    public string UploadFileName { get; }

    /// <summary>All that is wrong with it, by row; at most one fault a row.</summary>
    public IReadOnlyList<PlantedFault> Faults { get; }

    /// <summary>Writes the file: the same bytes for the same seed, on any machine.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="seed">The seed; any value.</param>
    public void WriteUpload(Stream stream, ulong seed) => _file.Write(stream, seed);

    private static IEnumerable<string[]> Plant(IEnumerable<string[]> records, IReadOnlyList<PlantedFault> faults)
    {
        var byRow = faults.ToDictionary(fault => fault.Row);
        var header = Array.Empty<string>();
        var row = 0;
        foreach (var record in records)
        {
            header = ++row == 1 ? record : header;
            yield return byRow.TryGetValue(row, out var fault) ? fault.PlantIn(record, header) : record;
        }
    }
}
