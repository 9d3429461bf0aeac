namespace Publish.Policies.Yaml;

/// <summary>Stands for a value that has been refused already, so that nothing more is said about it.</summary>
internal sealed record RefusedNode(int Line, int Column) : YamlNode(Line, Column);
