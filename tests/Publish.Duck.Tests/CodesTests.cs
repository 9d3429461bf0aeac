using Publish.Codes;

namespace Publish.Duck.Tests;

public sealed class CodesTests
{
    [Fact]
    public void Every_code_is_in_the_catalogue_with_a_problem_and_a_remedy()
    {
        var codes = CodeCatalogue.Of(typeof(DuckCodes).Assembly);
        Assert.Equal(typeof(DuckCodes).GetFields().Length, codes.Count);
        Assert.All(codes, code =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", code.Id);
            Assert.EndsWith(".", code.Problem, StringComparison.Ordinal);
            Assert.EndsWith(".", code.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_exception_tells_its_code_and_the_kind_of_error()
    {
        var fault = new DuckException(DuckCodes.OutOfMemory, DuckErrorType.OutOfMemory);
        Assert.Contains("OutOfMemory", fault.Message, StringComparison.Ordinal);
        Assert.Contains(DuckCodes.OutOfMemory.Id, fault.Message, StringComparison.Ordinal);
    }
}
