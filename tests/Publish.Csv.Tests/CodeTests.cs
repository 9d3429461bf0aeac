using Publish.Codes;

namespace Publish.Csv.Tests;

public sealed class CodeTests
{
    [Fact]
    public void Codes_are_unique_and_each_has_a_problem_and_a_remedy() =>
        Assert.All(CodeCatalogue.Of(typeof(CsvCodes).Assembly), code =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", code.Id);
            Assert.EndsWith(".", code.Problem, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Remedy, StringComparison.Ordinal);
        });
}
