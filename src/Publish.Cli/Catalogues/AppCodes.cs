using System.Reflection;
using Publish.Codes;

namespace Publish.Cli.Catalogues;

/// <summary>The codes of the whole program.</summary>
internal static class AppCodes
{
    private const string Ours = "Publish.";

    /// <summary>Collects the codes of every room of the program.</summary>
    /// <returns>The codes in the order of their identifiers.</returns>
    public static IReadOnlyList<Code> All() => CodeCatalogue.Of(Rooms());

    private static HashSet<Assembly> Rooms()
    {
        var rooms = new HashSet<Assembly>();
        var next = new Stack<Assembly>([typeof(AppCodes).Assembly]);
        while (next.TryPop(out var room))
        {
            if (rooms.Add(room))
            {
                foreach (var name in room.GetReferencedAssemblies().Where(IsOurs))
                {
                    next.Push(Assembly.Load(name));
                }
            }
        }

        return rooms;
    }

    private static bool IsOurs(AssemblyName name) => name.Name!.StartsWith(Ours, StringComparison.Ordinal);
}
