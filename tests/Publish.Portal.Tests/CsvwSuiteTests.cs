using System.Text.Json.Nodes;
using Publish.Portal.Verification;

namespace Publish.Portal.Tests;

/// <summary>
/// The cases of the CSVW validation suite (w3c/csvw, tests/manifest-validation) that concern what Publish may write, made
/// again in small under their numbers. Cases that the suite calls warnings are faults here. Not among them: how metadata are
/// located, several tables, foreign keys, formats, facets of datatypes: Publish writes none of these.
/// </summary>
public sealed class CsvwSuiteTests : IDisposable
{
    private const string Csv = "code,count,share\nA01,5,0.5\nB02,,\n";

    private const string Description = """
        {
          "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
          "url": "table.csv",
          "dc:title": { "@value": "A table", "@language": "en" },
          "dialect": { "encoding": "utf-8", "header": true, "lineTerminators": "\n" },
          "tableSchema": {
            "columns": [
              { "titles": "code", "name": "code", "datatype": "string", "null": "", "required": true },
              { "titles": "count", "name": "count", "datatype": "long", "null": "" },
              { "titles": "share", "name": "share", "datatype": "decimal", "null": "" }
            ],
            "primaryKey": ["code"]
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("publish-csvw-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("test011: described", null, null)]
    [InlineData("test231: a primary key that each row has of its own", "B02", "C03")]
    [InlineData("test168: a decimal", "0.5", "-.5")]
    public void A_valid_table_is_found_valid(string test, string? old, string? other) =>
        Assert.True(Run(Description, old is null ? Csv : Csv.Replace(old, other!, StringComparison.Ordinal)).Count == 0, test);

    [Theory]
    [InlineData("test124: columns not matching titles", "code,count", "codes,count")]
    [InlineData("test125: required column with an empty cell", "A01,5", ",5")]
    [InlineData("test147: title that differs in case", "code,count", "Code,count")]
    [InlineData("test161: not a number", "A01,5", "A01,five")]
    [InlineData("test162: groups of digits", "0.5", "1,,000.5")]
    [InlineData("test163: integer with a decimal mark", "A01,5", "A01,5.0")]
    [InlineData("test164: decimal with an exponent", "0.5", "5E-1")]
    [InlineData("test165: decimal that is no number", "0.5", "NaN")]
    [InlineData("test166: decimal that is infinite", "0.5", "INF")]
    [InlineData("test169: decimal with a sign within", "0.5", "0-5")]
    [InlineData("test234: a primary key twice", "B02", "A01")]
    [InlineData("test278: more labels than columns", "count,share", "count,share,more")]
    public void A_table_that_breaks_its_description_is_found(string test, string old, string other)
    {
        Assert.Contains(old, Csv, StringComparison.Ordinal);
        Assert.True(Run(Description, Csv.Replace(old, other, StringComparison.Ordinal)).Count > 0, test);
    }

    [Theory]
    [InlineData("test040: null that is no text", "/tableSchema/columns/1/null", "true")]
    [InlineData("test041: lang that is no language", "/tableSchema/columns/1/lang", "\"1\"")]
    [InlineData("test060: delimiter", "/dialect/delimiter", "1")]
    [InlineData("test061: doubleQuote", "/dialect/doubleQuote", "\"a\"")]
    [InlineData("test062: encoding", "/dialect/encoding", "\"not an encoding\"")]
    [InlineData("test063: header", "/dialect/header", "\"a\"")]
    [InlineData("test065: headerRowCount", "/dialect/headerRowCount", "-1")]
    [InlineData("test066: lineTerminators", "/dialect/lineTerminators", "1")]
    [InlineData("test067: quoteChar", "/dialect/quoteChar", "1")]
    [InlineData("test068: skipBlankRows", "/dialect/skipBlankRows", "\"a\"")]
    [InlineData("test072: trim", "/dialect/trim", "\"sideways\"")]
    [InlineData("test073: language of the context", "/@context/1/@language", "\"1\"")]
    [InlineData("test078: identifier of a table", "/@id", "\"_:t\"")]
    [InlineData("test079: identifier of a schema", "/tableSchema/@id", "\"_:s\"")]
    [InlineData("test080: identifier of a column", "/tableSchema/columns/0/@id", "\"_:c\"")]
    [InlineData("test081: identifier of a dialect", "/dialect/@id", "\"_:d\"")]
    [InlineData("test084: type of a table", "/@type", "\"Other\"")]
    [InlineData("test085: type of a schema", "/tableSchema/@type", "\"Other\"")]
    [InlineData("test086: type of a column", "/tableSchema/columns/0/@type", "\"Other\"")]
    [InlineData("test087: type of a dialect", "/dialect/@type", "\"Other\"")]
    [InlineData("test090: no url", "/url", null)]
    [InlineData("test093: undefined property", "/foo", "\"bar\"")]
    [InlineData("test100: columns that are no array", "/tableSchema/columns", "1")]
    [InlineData("test104: a primary key of no column", "/tableSchema/primaryKey", "[\"other\"]")]
    [InlineData("test107: a schema that is no object", "/tableSchema", "1")]
    [InlineData("test109: titles of no language", "/tableSchema/columns/0/titles", "{ \"1\": \"code\" }")]
    [InlineData("test110: titles that are no text", "/tableSchema/columns/0/titles", "1")]
    [InlineData("test115: virtual", "/tableSchema/columns/0/virtual", "1")]
    [InlineData("test128: two columns of one name", "/tableSchema/columns/1/name", "\"code\"")]
    [InlineData("test129: a name that is no text", "/tableSchema/columns/1/name", "1")]
    [InlineData("test130: a name that begins with '_'", "/tableSchema/columns/1/name", "\"_count\"")]
    [InlineData("test131: a name that is no variable", "/tableSchema/columns/1/name", "\"the count\"")]
    [InlineData("test134: a context in a common property", "/dc:title", "{ \"@context\": {} }")]
    [InlineData("test135: a list", "/dc:title", "{ \"@list\": [] }")]
    [InlineData("test136: a set", "/dc:title", "{ \"@set\": [] }")]
    [InlineData("test141: a blank node", "/dc:title", "{ \"@id\": \"_:t\" }")]
    [InlineData("test142: a value with language and type", "/dc:title", "{ \"@value\": \"x\", \"@language\": \"en\", \"@type\": \"string\" }")]
    [InlineData("test143: a value with more", "/dc:title", "{ \"@value\": \"x\", \"dc:title\": \"y\" }")]
    [InlineData("test144: a language without a value", "/dc:title", "{ \"@language\": \"en\" }")]
    [InlineData("test145: a value of no language", "/dc:title", "{ \"@value\": \"x\", \"@language\": \"1\" }")]
    [InlineData("test146: no keyword", "/dc:title", "{ \"@foo\": 1 }")]
    [InlineData("test150: no datatype", "/tableSchema/columns/1/datatype", "\"number of things\"")]
    [InlineData("test274: more in the context", "/@context/1/@vocab", "\"http://example.org/\"")]
    [InlineData("test275: a column's property in a table", "/name", "\"x\"")]
    [InlineData("test277: a table's property in a column", "/tableSchema/columns/0/url", "\"x\"")]
    [InlineData("required that is no boolean", "/tableSchema/columns/0/required", "\"yes\"")]
    public void A_description_that_breaks_the_vocabulary_is_found(string test, string place, string? json) =>
        Assert.True(Run(With(place, json), Csv).Count > 0, test);

    // Every such case is a fault of its own: what is not valid JSON stops a processor (test092).
    [Fact]
    public void A_description_that_is_no_json_cannot_be_read() =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => Run("{", Csv));

    [Fact]
    public void A_virtual_column_before_one_of_the_file_is_found()
    {
        var description = JsonNode.Parse(Description)!;
        description["tableSchema"]!["columns"]!.AsArray().Insert(0, new JsonObject { ["name"] = "more", ["virtual"] = true });
        Assert.Contains(Run(description.ToJsonString(), Csv), rule => rule.StartsWith("Virtual", StringComparison.Ordinal));
    }

    private static string With(string place, string? json)
    {
        var description = JsonNode.Parse(Description)!;
        var steps = place.Split('/')[1..];
        var node = steps[..^1].Aggregate(description, (at, step) => int.TryParse(step, out var index) ? at[index]! : at[step]!);
        if (json is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else
        {
            node[steps[^1]] = JsonNode.Parse(json);
        }

        return description.ToJsonString();
    }

    private List<string> Run(string description, string csv)
    {
        File.WriteAllText(Path.Combine(_folder, "table.csv"), csv);
        var file = Path.Combine(_folder, "table.csv-metadata.json");
        File.WriteAllText(file, description);
        return [.. CsvwCheck.Run(file)];
    }
}
