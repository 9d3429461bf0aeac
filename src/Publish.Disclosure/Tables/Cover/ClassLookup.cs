namespace Publish.Disclosure.Tables.Cover;

/// <summary>Finds a class by its codes.</summary>
internal sealed class ClassLookup
{
    /// <summary>So many places a class are still found by their number; beyond that, by hashing.</summary>
    private const int MostPlacesAClass = 16;
    private readonly UInt128[] _strides;
    private readonly int[]? _classAt;
    private readonly Dictionary<UInt128, int>? _classOf;

    public ClassLookup(int[][] codes, int[] codeCounts)
    {
        _strides = new UInt128[codeCounts.Length];
        UInt128 places = 1;
        for (var axis = codeCounts.Length - 1; axis >= 0; axis--)
        {
            _strides[axis] = places;
            places = checked(places * (UInt128)codeCounts[axis]);
        }

        var count = codes.Length == 0 ? 1 : codes[0].Length;
        var isDense = places <= (UInt128)(4096 + MostPlacesAClass * (long)count);
        if (isDense)
        {
            _classAt = new int[(int)places];
            Array.Fill(_classAt, -1);
        }
        else
        {
            _classOf = new Dictionary<UInt128, int>(count);
        }

        for (var item = 0; item < count; item++)
        {
            UInt128 place = 0;
            for (var axis = 0; axis < codes.Length; axis++)
            {
                place += (UInt128)codes[axis][item] * _strides[axis];
            }

            if (isDense)
            {
                _classAt![(int)place] = item;
            }
            else
            {
                _classOf![place] = item;
            }
        }
    }

    /// <summary>The class, or −1.</summary>
    public int Find(ReadOnlySpan<int> codes)
    {
        if (_classAt is null)
        {
            UInt128 far = 0;
            for (var axis = 0; axis < codes.Length; axis++)
            {
                far += (UInt128)codes[axis] * _strides[axis];
            }

            return _classOf!.GetValueOrDefault(far, -1);
        }

        var place = 0;
        for (var axis = 0; axis < codes.Length; axis++)
        {
            place += codes[axis] * (int)_strides[axis];
        }

        return _classAt[place];
    }
}
