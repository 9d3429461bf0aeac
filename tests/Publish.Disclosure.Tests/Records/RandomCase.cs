using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Hierarchies;
using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

/// <summary>A small random table of three keys and a sensitive column, with rules for it.</summary>
internal sealed record RandomCase(
    int[][] Rows,
    int?[] Respondents,
    PrivacyModel[] Models,
    decimal Limit,
    LossMetric Metric,
    double[] Weights)
{
    public const int Sensitive = 3;

    // Values 0 to 5 joined in pairs, then in a four and a two; 0 to 2 joined in a two and a one; 0 to 1.
    public static readonly KeyHierarchy[] Hierarchies =
    [
        Hierarchy("a", [0, 1, 2, 3, 4, 5], [0, 0, 1, 1, 2, 2], [0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0]),
        Hierarchy("b", [0, 1, 2], [0, 0, 1], [0, 0, 0]),
        Hierarchy("c", [0, 1], [0, 0]),
    ];

    public static Arbitrary<RandomCase> Any { get; } = Cases(PeopleOf).ToArbitrary();

    public static Arbitrary<RandomCase> WithoutRespondentColumn { get; } =
        Cases(rows => Gen.Constant(Enumerable.Range(0, rows).Select(row => (int?)row).ToArray())).ToArbitrary();

    public ClassTable Table => Tables.OfRows(Rows, Respondents);

    public GeneralisationTask Task() => new(
        Table,
        [.. Hierarchies.Select((hierarchy, key) => new LatticeKey(key, hierarchy, Weights[key]))],
        Models,
        Limit,
        Metric);

    public override string ToString() =>
        $"{string.Join(' ', Rows.Zip(Respondents).Select(row => $"{string.Concat(row.First)}@{row.Second}"))}; "
        + $"{string.Join<PrivacyModel>(" & ", Models)}; {Limit}; {Metric}; {string.Join(',', Weights)}";

    private static Gen<RandomCase> Cases(Func<int, Gen<int?[]>> people) =>
        from count in Gen.Choose(1, 24)
        from rows in Row.ArrayOf(count)
        from respondents in people(count)
        from models in RuleSets
        from limit in Gen.Elements(0m, 0.1m, 0.25m, 0.5m, 1m)
        from metric in Gen.Elements<LossMetric>(
            new DomainLoss(),
            new DomainLoss(0.2, LossAggregate.Maximum),
            new DomainLoss(0.8, LossAggregate.ArithmeticMean),
            new NonUniformEntropy(),
            new NonUniformEntropy(false),
            new NonUniformEntropy(true, 0.3),
            new Discernibility(),
            new AverageClassSize(),
            new Precision(),
            new Precision(0.2),
            new Height())
        from weights in Gen.Elements(1d, 1d, 0.5, 2d, 0d).ArrayOf(3)
        select new RandomCase(rows, respondents, models, limit, metric, weights);

    private static Gen<int[]> Row =>
        from a in Gen.Choose(0, 5)
        from b in Gen.Choose(0, 2)
        from c in Gen.Choose(0, 1)
        from sensitive in Gen.Choose(0, 3)
        select new[] { a, b, c, sensitive };

    private static Gen<PrivacyModel[]> RuleSets => Gen.Elements<PrivacyModel[]>(
        [new KAnonymity(1)],
        [new KAnonymity(2)],
        [new KAnonymity(3)],
        [new DistinctDiversity(Sensitive, 2)],
        [new EntropyDiversity(Sensitive, 1.8)],
        [new EntropyDiversity(Sensitive, 2), new KAnonymity(2)],
        [new RecursiveDiversity(Sensitive, 2, 2)],
        [new KAnonymity(3), new DistinctDiversity(Sensitive, 2)]);

    private static Gen<int?[]> PeopleOf(int rows) =>
        Gen.Choose(-1, 8).Select(person => person < 0 ? null : (int?)person).ArrayOf(rows);

    private static KeyHierarchy Hierarchy(string key, params int[][] levels) =>
        new(key, [.. levels.Select((categoryOf, level) => new HierarchyLevel(
            $"level {level}",
            categoryOf,
            [.. Enumerable.Range(0, categoryOf.Max() + 1).Select(category => $"{level}/{category}")]))]);
}
