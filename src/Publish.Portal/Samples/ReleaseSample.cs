using Publish.Metadata;
using Publish.Metadata.Packages;
using Publish.Portal.Charts;

namespace Publish.Portal.Samples;

/// <summary>What a page shows of a release's rows.</summary>
/// <param name="Release">The release.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="IsWhole">Whether these are all rows.</param>
/// <param name="Chart">The chart that the policy chose, or <see langword="null"/>.</param>
/// <param name="Releases">How many releases the page shows.</param>
public sealed record ReleaseSample(
    PublishedRelease Release, IReadOnlyList<IReadOnlyList<string>> Rows, bool IsWhole, ChartTable? Chart, int Releases)
{
    /// <summary>The most releases of which rows and columns are shown; of the others a page has the files.</summary>
    public const int MostReleases = 5;

    /// <summary>The most rows shown of a release.</summary>
    public const int MostRows = 20;

    /// <summary>The most rows shown of all releases together, so that a page stays small.</summary>
    public const int MostRowsOfAll = 60;

    /// <summary>The fewest rows shown of a release that has them.</summary>
    public const int FewestRows = 5;

    /// <summary>The most columns shown of all releases together.</summary>
    public const int MostColumnsOfAll = 32;

    /// <summary>The fewest columns shown of a release that has them.</summary>
    public const int FewestColumns = 3;

    /// <summary>The most cells shown of all releases together.</summary>
    public const int MostCellsOfAll = 240;

    /// <summary>The most points of all charts together; a chart with more than its share is left out.</summary>
    public const int MostPointsOfAll = 100;

    /// <summary>The columns shown: the first.</summary>
    public IReadOnlyList<DescribedColumn> Columns { get; } = [.. Release.Columns.Take(ColumnsOf(Releases))];

    /// <summary>How many columns are left out, so that the page stays small.</summary>
    public int LeftOut => Release.Columns.Count - Columns.Count;

    /// <summary>Reads a release's CSV file: only its beginning, unless a chart needs all of it.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="release">The release.</param>
    /// <param name="certified">The release as certified.</param>
    /// <param name="releases">How many releases the page shows.</param>
    /// <returns>The sample.</returns>
    public static ReleaseSample Read(Stream csv, PublishedRelease release, CertifiedRelease certified, int releases)
    {
        var columns = Math.Clamp(release.Columns.Count, 1, ColumnsOf(releases));
        var most = Math.Min(
            Math.Clamp(MostRowsOfAll / releases, FewestRows, MostRows), Math.Max(1, MostCellsOfAll / (releases * columns)));
        var first = new List<IReadOnlyList<string>>(most);
        var chart = release.Chart is { } declared ? new ChartReader(declared, certified) : null;
        IReadOnlyList<string>? header = null;
        var isWhole = true;
        foreach (var row in CsvRows.Read(csv))
        {
            if (header is null)
            {
                header = row;
                chart?.Begin(header);
                continue;
            }

            if (first.Count < most)
            {
                first.Add(row);
            }
            else
            {
                isWhole = false;
                if (chart is null)
                {
                    break;
                }
            }

            chart?.Add(row);
        }

        return new ReleaseSample(release, first, isWhole, chart?.Finish(MostPointsOfAll / releases), releases);
    }

    private static int ColumnsOf(int releases) => Math.Max(FewestColumns, MostColumnsOfAll / releases);
}
