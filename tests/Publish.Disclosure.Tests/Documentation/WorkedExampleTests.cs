namespace Publish.Disclosure.Tests.Documentation;

/// <summary>The pages of <c>docs/disclosure</c> cannot say what the program does not do.</summary>
public class WorkedExampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "disclosure");

    private static readonly Dictionary<string, IExampleCalculation> Calculations = typeof(IExampleCalculation).Assembly
        .GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IExampleCalculation)) && type.IsClass)
        .Select(type => (IExampleCalculation)Activator.CreateInstance(type)!)
        .ToDictionary(calculation => calculation.Kind, StringComparer.Ordinal);

    private static readonly string[] Sections = ["## Guarantee", "## What it does not guarantee", "## Formula", "## Source", "## Example"];

    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_example_of_a_page_gives_the_answer_that_is_printed(string page)
    {
        foreach (var example in WorkedExample.On(Path.Combine(Folder, page)))
        {
            Assert.True(Calculations.ContainsKey(example.Kind), $"{example}: no calculation is of this kind.");
            var answer = Calculations[example.Kind].Answer(example);
            Assert.True(Text(example.Answer) == Text(answer), $"{example} gives\n{Text(answer)}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_every_section_and_an_example(string page)
    {
        var path = Path.Combine(Folder, page);
        var text = File.ReadAllText(path);

        Assert.All(Sections, section => Assert.True(text.Contains(section + "\n", StringComparison.Ordinal), $"{page} has no '{section}'."));
        Assert.NotEmpty(WorkedExample.On(path));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_index_lists_every_page(string page) =>
        Assert.Contains($"]({page})", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);

    [Fact]
    public void A_wrong_answer_is_noticed()
    {
        var example = WorkedExample.On(Path.Combine(Folder, "minimum-frequency.md")).First();
        var answer = Calculations[example.Kind].Answer(example).ToArray();

        answer[1][^1] += "0";
        Assert.NotEqual(Text(example.Answer), Text(answer));
    }

    private static string Text(IEnumerable<string[]> table) =>
        string.Join('\n', table.Select(row => $"| {string.Join(" | ", row)} |"));
}
