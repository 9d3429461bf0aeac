using Publish.Metadata;
using Publish.Metadata.Packages;
using Publish.Portal.Charts;

namespace Publish.Portal.Samples;

/// <summary>What a page shows of a release's rows: so much that the page stays small, whatever the release holds.</summary>
/// <param name="Release">The release.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="IsWhole">Whether these are all rows.</param>
/// <param name="Chart">The chart that the policy chose, or <see langword="null"/>.</param>
public sealed record ReleaseSample(PublishedRelease Release, IReadOnlyList<IReadOnlyList<string>> Rows, bool IsWhole, ChartTable? Chart)
{
    /// <summary>The most rows shown.</summary>
    public const int MostRows = 20;

    /// <summary>The most columns shown.</summary>
    public const int MostColumns = 20;

    /// <summary>The most cells shown: a wide table shows fewer rows.</summary>
    public const int MostCells = 160;

    /// <summary>The most points of a chart; of one with more the page says that there are too many.</summary>
    public const int MostPoints = 100;

    /// <summary>The columns shown: the first.</summary>
    public IReadOnlyList<DescribedColumn> Columns { get; } = [.. Release.Columns.Take(MostColumns)];

    /// <summary>How many columns are left out.</summary>
    public int LeftOut => Release.Columns.Count - Columns.Count;

    /// <summary>Reads a release's CSV file: only its beginning, unless a chart needs all of it.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="release">The release.</param>
    /// <param name="certified">The release as certified.</param>
    /// <returns>The sample.</returns>
    public static ReleaseSample Read(Stream csv, PublishedRelease release, CertifiedRelease certified)
    {
        var most = Math.Min(MostRows, MostCells / Math.Clamp(release.Columns.Count, 1, MostColumns));
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

        return new ReleaseSample(release, first, isWhole, chart?.Finish(MostPoints));
    }
}
