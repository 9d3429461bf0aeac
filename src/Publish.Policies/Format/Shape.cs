using System.Text.Json.Nodes;
using Publish.Policies.Reading;
using Publish.Policies.Yaml;

namespace Publish.Policies.Format;

/// <summary>
/// What a value of the format may be. The one description that the reader checks with, and that the JSON Schema and the
/// reference are made from.
/// </summary>
internal abstract record Shape
{
    /// <summary>A phrase for people: <c>a whole number from 2</c>.</summary>
    public abstract string Phrase { get; }

    /// <summary>Whether a node is of the kind (text, list or mapping) that this shape describes.</summary>
    public abstract bool Takes(YamlNode node);

    /// <summary>Reports what is wrong with a node of the right kind.</summary>
    public abstract void Check(YamlNode node, string path, (int Line, int Column) position, ReadingLog log);

    /// <summary>The shape as a JSON Schema.</summary>
    /// <param name="definitions">Takes the schemas that are referred to by name.</param>
    public abstract JsonObject Schema(JsonObject definitions);

    /// <summary>Shapes of parts that the reference describes in a table of their own.</summary>
    public virtual IEnumerable<ObjectShape> Parts => [];

    /// <summary>Locates a node and reports what is wrong with it.</summary>
    public void CheckAny(YamlNode node, string path, (int Line, int Column) position, ReadingLog log)
    {
        log.Locate(path, position);
        if (node is RefusedNode)
        {
            log.Refuse(path);
        }
        else if (node is ScalarNode { IsNull: true })
        {
            log.Refuse(path, PolicyCodes.NoValue, position, $"Expected: {Phrase}.");
        }
        else if (!Takes(node))
        {
            log.Refuse(path, PolicyCodes.ValueKind, position, $"Expected: {Phrase}.");
        }
        else
        {
            Check(node, path, position, log);
        }
    }
}
