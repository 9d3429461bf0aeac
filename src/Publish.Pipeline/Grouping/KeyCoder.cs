using Publish.Csv;
using Publish.Disclosure.Hierarchies;

namespace Publish.Pipeline.Grouping;

/// <summary>
/// Turns the cells of one key into codes of the finest level needed, as one worker meets them. Each distinct value is
/// placed in the hierarchy once. For one thread.
/// </summary>
internal sealed class KeyCoder(KeyPlan plan) : IKeyValues
{
    /// <summary>The code of a value that has no place in the hierarchy.</summary>
    public const int NoPlace = -1;

    /// <summary>The code of a text that a spreadsheet would run as a formula.</summary>
    public const int Formula = -2;

    /// <summary>The code of a text that a published file uses for totals or for missing values.</summary>
    public const int Reserved = -3;

    private const int Unknown = int.MinValue;

    private readonly DistinctTexts _texts = new();
    private readonly NumberDictionary _numbers = new();
    private int[] _codeOfNumber = [];
    private readonly List<int> _codeOfValue = [];
    private readonly Dictionary<string, int> _codeOfLabel = new(StringComparer.Ordinal);
    private readonly List<int> _valueOfCode = [];
    private readonly List<string> _labelOfCode = [];

    /// <inheritdoc />
    public int MissingCode { get; private set; } = NoPlace;

    /// <inheritdoc />
    public int CodeCount => _valueOfCode.Count;

    /// <summary>The number of distinct values met.</summary>
    public int ValueCount => _codeOfValue.Count;

    /// <summary>Codes a column of a batch.</summary>
    /// <param name="column">The key's column.</param>
    /// <param name="codes">Receives one code a row, at every <paramref name="stride"/>th place.</param>
    /// <param name="stride">The distance between a row's code and the next row's.</param>
    /// <returns>How many rows got one of the negative codes.</returns>
    public int Encode(TypedColumn column, Span<int> codes, int stride)
    {
        if (column.DistinctTexts is { } texts)
        {
            return EncodeNumbered(column, texts, codes, stride);
        }

        var missing = column.AnyMissing ? column.Missing : default;
        var rows = column.Values.Length;
        var mistakes = 0;
        if (plan.Type == CellType.Text)
        {
            for (var row = 0; row < rows; row++)
            {
                var code = !missing.IsEmpty && missing[row] ? CodeOfMissing() : CodeOfText(column.Text(row));
                codes[row * stride] = code;
                mistakes += code < 0 ? 1 : 0;
            }
        }
        else
        {
            var values = column.Values;
            for (var row = 0; row < rows; row++)
            {
                var code = !missing.IsEmpty && missing[row] ? CodeOfMissing() : CodeOfNumber(values[row]);
                codes[row * stride] = code;
                mistakes += code < 0 ? 1 : 0;
            }
        }

        return mistakes;
    }

    // The column's own numbering of texts saves the look-up: one code is kept for each of its numbers.
    private int EncodeNumbered(TypedColumn column, DistinctTexts texts, Span<int> codes, int stride)
    {
        var known = _codeOfNumber.Length;
        if (known < texts.Count)
        {
            Array.Resize(ref _codeOfNumber, int.Max(texts.Count, 2 * known));
            _codeOfNumber.AsSpan(known).Fill(Unknown);
        }

        var codeOfNumber = _codeOfNumber;
        var numbers = column.TextNumbers;
        var mistakes = 0;
        for (var row = 0; row < numbers.Length; row++)
        {
            var number = numbers[row];
            var code = number < 0 ? CodeOfMissing() : codeOfNumber[number];
            if (code == Unknown)
            {
                codeOfNumber[number] = code = CodeOfText(column.Text(row));
            }

            codes[row * stride] = code;
            mistakes += code < 0 ? 1 : 0;
        }

        return mistakes;
    }

    /// <inheritdoc />
    public string TextOf(int code) => _texts.TextOf(_valueOfCode[code]);

    /// <inheritdoc />
    public long NumberOf(int code) => _numbers.ValueOf(_valueOfCode[code]);

    /// <summary>The label of a code at the finest level needed.</summary>
    /// <param name="code">Any code.</param>
    /// <returns>The label.</returns>
    public string LabelOf(int code) => _labelOfCode[code];

    private int CodeOfMissing()
    {
        if (MissingCode < 0)
        {
            MissingCode = _valueOfCode.Count;
            _valueOfCode.Add(NoPlace);
            _labelOfCode.Add(PublishedText.Missing);
        }

        return MissingCode;
    }

    private int CodeOfText(ReadOnlySpan<byte> text)
    {
        var value = _texts.NumberOf(text);
        return value < _codeOfValue.Count ? _codeOfValue[value] : PlaceText(value);
    }

    private int CodeOfNumber(long number)
    {
        var value = _numbers.NumberOf(number);
        return value < _codeOfValue.Count ? _codeOfValue[value] : PlaceNumber(value, number);
    }

    private int PlaceText(int value)
    {
        var text = _texts.TextOf(value);
        var code = PublishedText.FaultOf(text, plan.ReservedTexts);
        return Keep(code < 0 ? code : CodeIn(plan.Levels.Build([text], hasMissing: false), value));
    }

    private int PlaceNumber(int value, long number) =>
        Keep(CodeIn(plan.Levels.Build([number], hasMissing: false), value));

    private int Keep(int code)
    {
        _codeOfValue.Add(code);
        return code;
    }

    // A hierarchy of a single value tells the value's label at every level; equal labels are one category.
    private int CodeIn(KeyHierarchy? hierarchy, int value) =>
        hierarchy is null ? NoPlace : CodeOfLabel(hierarchy.Levels[plan.FinestLevel].Labels[0], value);

    private int CodeOfLabel(string label, int value)
    {
        if (!_codeOfLabel.TryGetValue(label, out var code))
        {
            code = _valueOfCode.Count;
            _valueOfCode.Add(value);
            _labelOfCode.Add(label);
            _codeOfLabel.Add(label, code);
        }

        return code;
    }
}
