namespace Publish.Disclosure.Tables;

/// <summary>
/// Finds the empty combinations of one table, and where in the other tables someone who was in one would be counted:
/// in cells that these show. A few such places are enough, since fewer moves only mean more suppression.
/// </summary>
internal sealed class EmptyCombinationsOfTable
{
    private const int PlacesAZero = 4;
    private readonly EditionShape shape;
    private readonly JointClasses joint;
    private readonly (int Dimension, int Level)[] own;
    private readonly List<Extension> extensions = [];

    public EmptyCombinationsOfTable(JointClasses joint, EditionShape shape, int request)
    {
        this.joint = joint;
        this.shape = shape;
        own = Finest(request);
        var levels = new int?[shape.Keys.Length];
        Assign(levels, own);
        foreach (var other in Enumerable.Range(0, shape.Requests.Count).Where(other => other != request))
        {
            extensions.Add(new Extension(joint, shape, (int?[])levels.Clone(), Finest(other)));
            Assign(levels, Finest(other));
        }
    }

    /// <summary>Adds every empty combination in every place found for it.</summary>
    /// <returns>False when there was no place for one.</returns>
    public bool AddTo(SortedSet<int[]> found)
    {
        var partition = Partition.Of(joint.Real.ClassCount, own.Select(ColumnOfReal));
        var taken = partition.Representatives()
            .Select(item => own.Select(place => ColumnOfReal(place).Categories[item]).ToArray());
        var isTaken = new HashSet<int[]>(taken, EqualityComparer<int[]>.Create(
            (a, b) => a.AsSpan().SequenceEqual(b), categories => categories.Aggregate(17, HashCode.Combine)));
        var isComplete = true;
        foreach (var combination in CrossProduct())
        {
            isComplete &= isTaken.Contains(combination) || Place(combination, found);
        }

        return isComplete;
    }

    private bool Place(int[] combination, SortedSet<int[]> found)
    {
        var isPlaced = false;
        for (var variant = 0; variant < PlacesAZero; variant++)
        {
            var codes = new int[shape.Keys.Length];
            for (var d = 0; d < own.Length; d++)
            {
                codes[own[d].Dimension] = combination[d];
            }

            if (extensions.TrueForAll(extension => extension.Extend(codes, variant)))
            {
                isPlaced = true;
                found.Add(codes);
            }
        }

        return isPlaced;
    }

    private IEnumerable<int[]> CrossProduct()
    {
        IEnumerable<int[]> combinations = [new int[own.Length]];
        for (var d = 0; d < own.Length; d++)
        {
            var at = d;
            var observed = ColumnOfReal(own[d]).Categories.Distinct().Order().ToArray();
            combinations = combinations.SelectMany(combination => observed.Select(category =>
            {
                var longer = (int[])combination.Clone();
                longer[at] = category;
                return longer;
            }));
        }

        return combinations;
    }

    private (int[] Categories, int CategoryCount) ColumnOfReal((int Dimension, int Level) place) =>
        joint.Column(place.Dimension, place.Level);

    private (int Dimension, int Level)[] Finest(int request) =>
        [.. shape.Requests[request].Keys.Select(key => (shape.DimensionOf(key.Key), key.Levels[0]))];

    private static void Assign(int?[] levels, (int Dimension, int Level)[] places)
    {
        foreach (var (dimension, level) in places)
        {
            levels[dimension] = Math.Min(level, levels[dimension] ?? level);
        }
    }

    /// <summary>The cells another table shows, by what is already decided about the empty combination.</summary>
    private sealed class Extension
    {
        private readonly (int Dimension, int Decided, int Asked)[] shared;
        private readonly (int Dimension, int Level)[] asked;
        private readonly int?[] decided;
        private readonly EditionShape shape;
        private readonly Dictionary<UInt128, List<int[]>> cells = [];

        public Extension(JointClasses joint, EditionShape shape, int?[] decided, (int Dimension, int Level)[] asked)
        {
            this.shape = shape;
            this.asked = asked;
            this.decided = decided;
            shared = [.. asked.Where(place => decided[place.Dimension] is not null)
                .Select(place => (place.Dimension, decided[place.Dimension]!.Value, place.Level))];
            var columns = asked.Select(place => joint.Column(place.Dimension, place.Level)).ToArray();
            foreach (var item in Partition.Of(joint.Real.ClassCount, columns).Representatives())
            {
                var categories = columns.Select(column => column.Categories[item]).ToArray();
                var key = Key(dimension => categories[Array.FindIndex(asked, place => place.Dimension == dimension)], false);
                if (!cells.TryGetValue(key, out var list))
                {
                    cells.Add(key, list = []);
                }

                list.Add(categories);
            }
        }

        /// <summary>Decides the rest of the codes as one of the table's cells has them.</summary>
        public bool Extend(int[] codes, int variant)
        {
            if (!cells.TryGetValue(Key(dimension => codes[dimension], true), out var list))
            {
                return false;
            }

            var cell = list[variant % list.Count];
            for (var d = 0; d < asked.Length; d++)
            {
                if (decided[asked[d].Dimension] is not { } level || asked[d].Level < level)
                {
                    codes[asked[d].Dimension] = cell[d];
                }
            }

            return true;
        }

        private UInt128 Key(Func<int, int> category, bool isDecided)
        {
            UInt128 key = 0;
            foreach (var (dimension, decidedLevel, askedLevel) in shared)
            {
                var common = Math.Max(decidedLevel, askedLevel);
                var parents = shape.Hierarchy(dimension).Parents(isDecided ? decidedLevel : askedLevel, common);
                key = checked(key * (UInt128)shape.Level(dimension, common).CategoryCount
                    + (UInt128)parents[category(dimension)]);
            }

            return key;
        }
    }
}
