using System.Globalization;
using Publish.Metadata;
using Publish.Metadata.Packages;

namespace Publish.Portal.Charts;

/// <summary>
/// Picks a chart's numbers from a table's rows: those at the level shown, of both keys where the chart is split, with
/// every other key at its total.
/// </summary>
internal sealed class ChartReader
{
    /// <summary>The most categories; a chart with more would not be readable.</summary>
    public const int MostCategories = 60;

    private readonly PublishedChart _chart;
    private readonly CertifiedRelease _release;
    private readonly Dictionary<(string Category, string Series), ChartPoint> _points = [];
    private readonly List<string> _categories = [];
    private readonly List<string> _series = [];
    private (int Column, bool MustBeTotal)[] _keys = [];
    private int _by;
    private int _split;
    private int _measure;
    private int _status;

    /// <summary>Creates the reader.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="release">The table's layout.</param>
    public ChartReader(PublishedChart chart, CertifiedRelease release) => (_chart, _release) = (chart, release);

    /// <summary>Reads the header.</summary>
    /// <param name="header">The names of the columns.</param>
    public void Begin(IReadOnlyList<string> header)
    {
        var index = header.Select((name, i) => (name, i)).ToDictionary(StringComparer.Ordinal);
        _by = index[_chart.By];
        _split = _chart.Split is null ? -1 : index[_chart.Split];
        _measure = index[_chart.Measure];
        _status = index[_release.Columns.First(column => column.Kind == "status").Name];
        _keys = [.. _release.Keys.SelectMany(key => Conditions(key, index))];
    }

    /// <summary>Looks at a row.</summary>
    /// <param name="row">Its cells.</param>
    public void Add(IReadOnlyList<string> row)
    {
        foreach (var (column, mustBeTotal) in _keys)
        {
            if (row[column] == _release.TotalMark != mustBeTotal)
            {
                return;
            }
        }

        var (category, series) = (row[_by], _split < 0 ? "" : row[_split]);
        Note(_categories, category);
        Note(_series, series);
        _points[(category, series)] = new ChartPoint(
            decimal.TryParse(row[_measure], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
            row[_status].Length > 0);
    }

    /// <summary>Gives the numbers.</summary>
    /// <param name="most">The most points that the page has room for.</param>
    /// <returns>The chart's table, without numbers where there are too many; <see langword="null"/> where there is none.</returns>
    public ChartTable? Finish(int most) =>
        _categories.Count == 0 ? null
        : _categories.Count > MostCategories || _categories.Count * _series.Count > most ? new ChartTable(_chart, [], [])
        : new ChartTable(
            _chart,
            _categories,
            [.. _series.Select(series => new ChartSeries(series, [.. _categories.Select(category => _points.GetValueOrDefault((category, series)))]))]);

    // A key shown is at its level: that column is no total, and all finer ones are. Any other key is at its total.
    private IEnumerable<(int Column, bool MustBeTotal)> Conditions(CertifiedKey key, Dictionary<string, int> index)
    {
        var shown = key.Columns.Contains(_chart.By) ? _chart.By : _chart.Split is { } split && key.Columns.Contains(split) ? split : null;
        var isFiner = shown is null;
        foreach (var column in key.Columns)
        {
            if (column == shown)
            {
                isFiner = true;
                yield return (index[column], false);
            }
            else if (isFiner)
            {
                yield return (index[column], true);
            }
        }
    }

    // Few enough to look through; beyond the bound nothing is drawn, so nothing more is kept.
    private static void Note(List<string> list, string text)
    {
        if (list.Count <= MostCategories && !list.Contains(text))
        {
            list.Add(text);
        }
    }
}
