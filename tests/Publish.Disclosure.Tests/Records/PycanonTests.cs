using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

/// <summary>Measures of files as given, against what pycanon says of them.</summary>
public sealed class PycanonTests
{
    private const double Close = 1e-12;

    [ReferenceFact("pycanon")]
    public void Adult_anonymised_with_k_of_ten()
    {
        var (k, diversity) = Measure(
            "adult_anonymized_10.csv",
            ["age", "education", "occupation", "relationship", "sex", "native-country"],
            "salary-class");
        Assert.Equal((462, 10L), (k.Classes, k.K));
        Assert.Equal(1, diversity.Distinct);
        Assert.Equal(.634944543338354, diversity.EqualDistance, Close);
        Assert.Equal(2.803878920792833, diversity.Disclosure, Close);
        Assert.Equal(1.739309827456864, diversity.BasicLikeness, Close);
    }

    [ReferenceFact("pycanon")]
    public void Students_scores_as_collected()
    {
        var (k, diversity) = Measure(
            "StudentsMath_Score.csv",
            ["Teacher", "Gender", "Ethnic", "Freeredu", "wesson"],
            "Score");
        Assert.Equal((46, 1L), (k.Classes, k.K));
        Assert.Equal(1, diversity.Distinct);
        Assert.Equal(1, Math.Floor(diversity.Entropy));
        Assert.Equal(.4165919952210274, diversity.OrderedDistance, Close);
        Assert.Equal(4.276666119016055, diversity.Disclosure, Close);
        Assert.Equal(71.0, diversity.BasicLikeness, Close);
    }

    // Two answers of the reference are not the definition's. Its c of (c, ℓ) sorts the counts upwards, so that r₁ is the
    // rarest value's; the definition's r₁ is the most frequent one's. Its δ differs in the ninth digit from ln(1 + β),
    // which it must be where the largest ratio is that of a value the class has in excess.
    [ReferenceFact("pycanon")]
    public void Students_scores_with_k_of_five()
    {
        string[] keys = ["Teacher", "Gender", "Ethnic", "Freeredu", "wesson"];
        var (k, diversity) = Measure("StudentsMath_Score_k5.csv", keys, "Score");
        Assert.Equal((25, 5L), (k.Classes, k.K));
        Assert.Equal(4, diversity.Distinct);
        Assert.Equal(3, Math.Floor(diversity.Entropy));
        Assert.Equal(.31023287057769827, diversity.OrderedDistance, Close);
        Assert.Equal(29.8, diversity.BasicLikeness, Close);
        Assert.Equal(Math.Log(1 + 29.8), diversity.Disclosure, Close);
        Assert.Equal(3.4275146949895286, diversity.Disclosure, 1e-8);
        Assert.Equal(RecursiveByDefinition("StudentsMath_Score_k5.csv", keys, "Score", 4), diversity.Recursive, Close);
    }

    private static double RecursiveByDefinition(string file, string[] keys, string sensitive, int rank) =>
        Read(file)
            .GroupBy(row => string.Join('|', keys.Select(key => row[key])))
            .Select(group => group.GroupBy(row => row[sensitive]).Select(value => value.Count()).OrderDescending().ToArray())
            .Max(counts => counts[0] / (double)counts.Skip(rank - 1).Sum());

    private static (AnonymityMeasures K, DiversityMeasures Diversity) Measure(string file, string[] keys, string sensitive)
    {
        var rows = Read(file);
        string[] columns = [.. keys, sensitive];
        var codes = columns.Select(column => rows
            .Select(row => row[column])
            .Distinct()
            .OrderBy(value => double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Index()
            .ToDictionary(pair => pair.Item, pair => pair.Index)).ToArray();
        var table = Tables.OfRows([.. rows.Select(row => columns.Select((column, i) => codes[i][row[column]]).ToArray())]);
        int[] keyColumns = [.. Enumerable.Range(0, keys.Length)];
        return (AnonymityMeasures.Of(table, keyColumns), DiversityMeasures.Of(table, keyColumns, keys.Length));
    }

    private static Dictionary<string, string>[] Read(string file)
    {
        var folder = ReferenceData.Find("pycanon") ?? throw new DirectoryNotFoundException("pycanon");
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
