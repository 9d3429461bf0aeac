namespace Publish.Pipeline.Grouping;

/// <summary>Numbers distinct 64-bit values from 0 in the order they are met; small ones by direct address. For one thread.</summary>
internal sealed class NumberDictionary
{
    private const int DirectRange = 4096;
    private readonly int[] _direct = new int[DirectRange];
    private readonly Dictionary<long, int> _others = [];
    private readonly List<long> _values = [];

    /// <summary>Creates an empty dictionary.</summary>
    public NumberDictionary() => Array.Fill(_direct, -1);

    /// <summary>The number of distinct values.</summary>
    public int Count => _values.Count;

    /// <summary>The number of a value; a new value gets the next number.</summary>
    /// <param name="value">Any value.</param>
    /// <returns>The number, equal to the former <see cref="Count"/> when the value is new.</returns>
    public int NumberOf(long value)
    {
        if ((ulong)value < DirectRange)
        {
            ref var direct = ref _direct[value];
            if (direct < 0)
            {
                direct = _values.Count;
                _values.Add(value);
            }

            return direct;
        }

        if (!_others.TryGetValue(value, out var number))
        {
            number = _values.Count;
            _others.Add(value, number);
            _values.Add(value);
        }

        return number;
    }

    /// <summary>The value of a number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/> − 1.</param>
    /// <returns>The value.</returns>
    public long ValueOf(int number) => _values[number];
}
