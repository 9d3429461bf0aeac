namespace Publish.Policies.Yaml;

/// <summary>A text, as written; plain where it has no quotes and is no block.</summary>
internal sealed record ScalarNode(string Text, bool IsPlain, int Line, int Column) : YamlNode(Line, Column)
{
    /// <summary>Whether it is YAML's null (core schema): nothing, <c>~</c> or <c>null</c> without quotes.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}
