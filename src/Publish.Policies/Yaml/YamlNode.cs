namespace Publish.Policies.Yaml;

/// <summary>A value of the YAML text and where it begins; line and column from 1.</summary>
internal abstract record YamlNode(int Line, int Column);
