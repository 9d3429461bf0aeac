namespace Publish.Disclosure.Records;

/// <summary>Applies privacy models to the classes of nodes.</summary>
internal sealed class Judge
{
    private readonly (PrivacyModel Model, int Sensitive)[] _models;
    private bool[] _kept = [];

    /// <summary>Creates a judge.</summary>
    /// <param name="models">All must hold.</param>
    /// <param name="sensitiveColumns">The columns that the classes have histograms of.</param>
    public Judge(IEnumerable<PrivacyModel> models, IReadOnlyList<int> sensitiveColumns) =>
        _models = [.. models.Select(model => (model, PlaceOf(model.SensitiveColumn, sensitiveColumns)))];

    /// <summary>Judges every class. The result is good until the next call.</summary>
    public JudgedClasses Decide(GeneralisedClasses classes)
    {
        if (_kept.Length < classes.Count)
        {
            _kept = new bool[classes.Count];
        }

        var keptClasses = 0;
        var suppressedRows = 0L;
        for (var c = 0; c < classes.Count; c++)
        {
            _kept[c] = Holds(classes, c);
            keptClasses += _kept[c] ? 1 : 0;
            suppressedRows += _kept[c] ? 0 : classes.Rows[c];
        }

        return new JudgedClasses(classes, _kept, keptClasses, suppressedRows);
    }

    private bool Holds(GeneralisedClasses classes, int c)
    {
        foreach (var (model, sensitive) in _models)
        {
            var histogram = sensitive < 0 ? [] : classes.Sensitive(sensitive).Histogram(c);
            if (!model.Holds(classes.Respondents[c], histogram))
            {
                return false;
            }
        }

        return true;
    }

    private static int PlaceOf(int? column, IReadOnlyList<int> columns)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place] == column)
            {
                return place;
            }
        }

        return -1;
    }
}
