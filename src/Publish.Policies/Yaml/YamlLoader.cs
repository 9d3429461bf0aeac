using Publish.Codes;
using Publish.Policies.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publish.Policies.Yaml;

/// <summary>
/// Turns YAML into nodes with positions. Works on the parser's events, so nothing is ever expanded, and refuses what a
/// policy does not need: anchors, aliases, merge keys, tags, several documents, deep nesting.
/// </summary>
internal sealed class YamlLoader(ReadingLog log, IParser parser)
{
    /// <summary>The deepest nesting. The format itself needs 7.</summary>
    public const int MaximumDepth = 16;

    /// <summary>Loads the one document of a text.</summary>
    /// <returns>The document, or <see langword="null"/> where it could not be read to its end.</returns>
    public static YamlNode? Load(string yaml, ReadingLog log)
    {
        try
        {
            return new YamlLoader(log, new Parser(new StringReader(yaml))).Document();
        }
        catch (DepthException exception)
        {
            log.Report(PolicyCodes.TooDeep, exception.Line, exception.Column);
        }
        catch (YamlException exception)
        {
            log.Report(
                PolicyCodes.Yaml, Number(exception.Start.Line), Number(exception.Start.Column), Quotation.Plain(exception.Message));
        }

        return null;
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            log.Report(PolicyCodes.Documents, 1, 1, "The file is empty.");
            return null;
        }

        var node = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            log.Report(PolicyCodes.Documents, Number(second.Start.Line), Number(second.Start.Column), "A second one begins here.");
        }

        return node;
    }

    private YamlNode Node(int depth)
    {
        var (line, column) = (Number(parser.Current!.Start.Line), Number(parser.Current.Start.Column));
        if (depth > MaximumDepth)
        {
            throw new DepthException(line, column);
        }

        if (parser.TryConsume<AnchorAlias>(out _))
        {
            log.Report(PolicyCodes.Alias, line, column);
            return new RefusedNode(line, column);
        }

        RefuseProperties(parser.Current, line, column);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            return new ListNode(Items(depth), line, column);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            return new MappingNode(Entries(depth), line, column);
        }

        var scalar = parser.Consume<Scalar>();
        return new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column);
    }

    private List<YamlNode> Items(int depth)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return items;
    }

    private List<MappingEntry> Entries(int depth)
    {
        var entries = new List<MappingEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not ScalarNode name)
            {
                Refuse(key is RefusedNode ? null : PolicyCodes.KeyKind, key, null);
            }
            else if (name is { Text: "<<", IsPlain: true })
            {
                Refuse(value is RefusedNode ? null : PolicyCodes.Alias, key, null);
            }
            else if (!keys.Add(name.Text))
            {
                Refuse(PolicyCodes.DuplicateKey, key, $"It is {Quotation.Of(name.Text)}.");
            }
            else
            {
                entries.Add(new MappingEntry(name, value));
            }
        }

        return entries;
    }

    private void Refuse(Code? code, YamlNode node, string? detail)
    {
        if (code is not null)
        {
            log.Report(code, node.Line, node.Column, detail);
        }
    }

    private void RefuseProperties(ParsingEvent current, int line, int column)
    {
        if (current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            log.Report(PolicyCodes.Alias, line, column);
        }

        if (!node.Tag.IsEmpty)
        {
            log.Report(PolicyCodes.Tag, line, column);
        }
    }

    private static int Number(long position) => (int)Math.Clamp(position, 1, int.MaxValue);

    private sealed class DepthException(int line, int column) : Exception
    {
        public int Line { get; } = line;

        public int Column { get; } = column;
    }
}
