using System.Reflection;

namespace Publish.Codes;

/// <summary>All codes of a set of assemblies, by identifier.</summary>
public static class CodeCatalogue
{
    /// <summary>Collects the codes of the classes marked <see cref="CodesAttribute"/>.</summary>
    /// <param name="assemblies">The rooms to look into.</param>
    /// <returns>The codes ordered by <see cref="Code.Id"/> (ordinal).</returns>
    /// <exception cref="InvalidOperationException">Two codes share an identifier.</exception>
    public static IReadOnlyList<Code> Of(params IEnumerable<Assembly> assemblies)
    {
        var codes = new SortedDictionary<string, Code>(StringComparer.Ordinal);
        foreach (var code in assemblies.SelectMany(CodesIn))
        {
            if (!codes.TryAdd(code.Id, code))
            {
                throw new InvalidOperationException($"The code '{code.Id}' is defined twice.");
            }
        }

        return [.. codes.Values];
    }

    private static IEnumerable<Code> CodesIn(Assembly assembly) =>
        assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<CodesAttribute>() is not null)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Code))
            .Select(field => (Code)field.GetValue(null)!);
}
