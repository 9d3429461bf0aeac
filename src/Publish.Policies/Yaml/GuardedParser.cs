using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Publish.Policies.Yaml;

/// <summary>
/// A parser whose every failure is a <see cref="YamlException"/>. YamlDotNet 16.3 fails with other exceptions on some
/// malformed texts, such as a flow sequence broken off inside a plain scalar (<c>InvalidOperationException</c>).
/// </summary>
internal sealed class GuardedParser(IParser parser) : IParser
{
    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        var mark = parser.Current?.End ?? Mark.Empty;
        try
        {
            return parser.MoveNext();
        }
        catch (Exception exception) when (exception is not (YamlException or OutOfMemoryException))
        {
            throw new YamlException(mark, mark, "The text ends or breaks off unexpectedly after this place.", exception);
        }
    }
}
