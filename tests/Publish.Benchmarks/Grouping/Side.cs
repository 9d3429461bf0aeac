using Publish.Benchmarks.Measuring;

namespace Publish.Benchmarks.Grouping;

/// <summary>One of the programs compared.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Program">The program that writes into a folder.</param>
internal sealed record Side(string Name, Func<string, MeasuredProgram> Program)
{
    private readonly List<Measurement> _measurements = [];

    /// <summary>The measured runs so far, in their order.</summary>
    public IReadOnlyList<Measurement> Measurements => _measurements;

    /// <summary>Runs once without counting it, so that files and programs are in the page cache.</summary>
    /// <param name="folder">The folder to write into; emptied first, and left for a look at what was written.</param>
    public void WarmUp(string folder) => Run(folder);

    /// <summary>Runs once.</summary>
    /// <param name="folder">The folder to write into; emptied first.</param>
    public void Measure(string folder) => _measurements.Add(Run(folder));

    private Measurement Run(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return Program(folder).Run(Path.GetDirectoryName(folder)!);
    }
}
