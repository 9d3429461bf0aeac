using System.Globalization;
using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Tests;

public sealed class SchemaTests
{
    private static readonly string[] FormCodes =
    [
        "policy-unknown-key", "policy-missing-key", "policy-no-value", "policy-value-kind", "policy-value-choice",
        "policy-value-form", "policy-value-range", "policy-length", "policy-repeated-item", "policy-exactly-one",
    ];

    private readonly JsonObject _schema = JsonNode.Parse(PolicySchema.Generate())!.AsObject();

    [Fact]
    public void The_committed_schema_is_current() => CommittedFile.MustBe("docs/policy.schema.json", PolicySchema.Generate());

    [Fact]
    public void The_schema_says_which_draft_it_is_and_describes_every_key()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)_schema["$schema"]);
        foreach (var part in _schema["$defs"]!.AsObject().Select(part => part.Value!.AsObject()).Append(_schema))
        {
            Assert.Equal("object", (string?)part["type"]);
            Assert.False((bool)part["additionalProperties"]!);
            Assert.All(part["properties"]!.AsObject(), property => Assert.NotEmpty((string)property.Value!["description"]!));
        }
    }

    [Theory]
    [InlineData(Some.Tables)]
    [InlineData(Some.Rounded)]
    [InlineData(Some.Records)]
    public void Right_policies_are_valid(string policy) => Assert.True(IsValid(policy));

    [Fact]
    public void The_schema_finds_the_mistakes_of_form_that_the_reader_finds()
    {
        var agreed = 0;
        foreach (var (policy, row) in Mistakes())
        {
            var (code, old, marked) = ((string)row[0], (string)row[1], (string)row[2]);
            if (!FormCodes.Contains(code) || !policy.Contains(old, StringComparison.Ordinal))
            {
                continue;
            }

            // A JSON parser tells dates that the calendar lacks apart by their format only, which is an annotation.
            if (!marked.Contains("2026-02-30", StringComparison.Ordinal))
            {
                Assert.False(IsValid(Some.With(policy, old, marked.Replace("¦", "", StringComparison.Ordinal))), marked);
                agreed++;
            }
        }

        Assert.True(agreed > 40, $"Only {agreed} mistakes were compared.");
    }

    private static IEnumerable<(string Policy, object[] Row)> Mistakes() =>
    [
        .. FindingPlaceTests.MistakesInTables.Select(row => (Some.Tables, (object[])row)),
        .. FindingPlaceTests.MistakesInRoundedTables.Select(row => (Some.Rounded, (object[])row)),
        .. FindingPlaceTests.MistakesInRecords.Select(row => (Some.Records, (object[])row)),
    ];

    private bool IsValid(string policy)
    {
        var node = YamlLoader.Load(policy, new ReadingLog(Some.File));
        return new SchemaValidator(_schema).IsValid(Json(node!));
    }

    /// <summary>What YAML's core schema makes of a text, as an editor does.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { IsPlain: true, Text: "true" or "false" } scalar => JsonValue.Create(scalar.Text == "true"),
        ScalarNode { IsPlain: true } scalar when decimal.TryParse(
            scalar.Text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number) => JsonValue.Create(number),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        _ => throw new ArgumentException("A refused node has no JSON.", nameof(node)),
    };
}
