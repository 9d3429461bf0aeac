namespace Publish.Policies.Yaml;

/// <summary>A list.</summary>
internal sealed record ListNode(IReadOnlyList<YamlNode> Items, int Line, int Column) : YamlNode(Line, Column);
