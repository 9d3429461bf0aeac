namespace Publish.Policies.Yaml;

/// <summary>A key and its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, YamlNode Value)
{
    /// <summary>Where a person looks for the entry: at a text that is there, otherwise at the key.</summary>
    public (int Line, int Column) Position => Value is ScalarNode { Text.Length: > 0 }
        ? (Value.Line, Value.Column)
        : (Key.Line, Key.Column);
}
