namespace Publish.Policies.Yaml;

/// <summary>A mapping; keys are unique.</summary>
internal sealed record MappingNode(IReadOnlyList<MappingEntry> Entries, int Line, int Column) : YamlNode(Line, Column)
{
    public MappingEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key);
}
