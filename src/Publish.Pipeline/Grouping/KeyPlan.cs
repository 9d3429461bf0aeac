using Publish.Csv;

namespace Publish.Pipeline.Grouping;

/// <summary>How one key of the class table comes from a column of the upload.</summary>
/// <param name="Key">The key's name: its column's.</param>
/// <param name="Column">The column's index among the declared ones.</param>
/// <param name="Type">The column's type.</param>
/// <param name="FinestLevel">The finest level of its hierarchy that a release needs; classes are no finer.</param>
/// <param name="Levels">The hierarchy.</param>
/// <param name="ReservedTexts">Texts that published files use for something else.</param>
internal sealed record KeyPlan(
    string Key, int Column, CellType Type, int FinestLevel, IKeyLevels Levels, IReadOnlySet<string> ReservedTexts);
