using System.Globalization;
using Publish.Policies.Format;
using Publish.Policies.Yaml;

namespace Publish.Policies.Reading;

/// <summary>
/// A checked part of a policy, read by key. What is absent or refused reads as the default: the log knows about it, and
/// no policy comes of it.
/// </summary>
internal readonly record struct Section(YamlNode? Node, string Path)
{
    /// <summary>The part of a key.</summary>
    public Section this[string key] =>
        new((Node as MappingNode)?.Find(key)?.Value, Path + PolicyPositions.PathOf(key));

    /// <summary>Whether anything is there.</summary>
    public bool IsGiven => Node is not null;

    /// <summary>The text, or <see langword="null"/>.</summary>
    public string? TextOrNone => Node is ScalarNode { IsNull: false } scalar ? scalar.Text : null;

    /// <summary>The text, or the empty one.</summary>
    public string Text => TextOrNone ?? "";

    /// <summary>Whether it is <c>true</c>.</summary>
    public bool IsTrue => TextOrNone == "true";

    /// <summary>The date, or <see langword="null"/>.</summary>
    public DateOnly? Date => DateShape.TryParse(Text, out var date) ? date : null;

    /// <summary>The number, or <see langword="null"/>.</summary>
    public decimal? Number => NumberShape.TryParse(Text, out var number) ? number : null;

    /// <summary>The share, or 0.</summary>
    public decimal Share => Node is ScalarNode scalar && ShareShape.TryParse(scalar, out var share) ? share : 0;

    /// <summary>The items of a list; none where there is no list.</summary>
    public IEnumerable<Section> Items
    {
        get
        {
            var path = Path;
            return Node is ListNode list ? list.Items.Select((item, i) => new Section(item, path + PolicyPositions.PathOf(i))) : [];
        }
    }

    /// <summary>The entries of a mapping whose keys the policy chooses; none where there is no mapping.</summary>
    public IEnumerable<(string Key, Section Value)> Entries
    {
        get
        {
            var path = Path;
            return Node is MappingNode mapping
                ? mapping.Entries.Select(entry => (entry.Key.Text, new Section(entry.Value, path + PolicyPositions.PathOf(entry.Key.Text))))
                : [];
        }
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts => [.. Items.Select(item => item.Text)];

    /// <summary>The texts of a list, or <see langword="null"/> where there is none.</summary>
    public IReadOnlyList<string>? TextsOrNone => Node is ListNode ? Texts : null;

    /// <summary>A whole number, or the default.</summary>
    public long Whole(long otherwise) =>
        long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>The value of a word, or the enumeration's first.</summary>
    public T Word<T>(Vocabulary<T> vocabulary)
        where T : struct, Enum => vocabulary.Value(Text) ?? default;
}
