using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Perturbation;

/// <summary>Finds published counts that are no multiples of the rounding base.</summary>
/// <param name="tables">The tables.</param>
/// <param name="roundingBase">b.</param>
public sealed class MultipleCheck(IReadOnlyList<PublishedTable> tables, Int128 roundingBase) : IAttack
{
    /// <inheritdoc/>
    public string Name => "multiples";

    /// <inheritdoc/>
    public string Knows => "The published counts.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var log = new WitnessLog();
        long examined = 0;
        for (var table = 0; table < tables.Count; table++)
        {
            foreach (var measure in tables[table].Measures.Where(measure => measure.Kind == MeasureKind.Count))
            {
                for (var row = 0; row < tables[table].Rows; row++)
                {
                    examined += measure.Values[row] is null ? 0 : 1;
                    if (measure.Values[row] is { } count && count % roundingBase != 0)
                    {
                        log.Add(AttackCodes.NotMultiple, tables, table, row, $"{tables[table].Describe(row)}: {measure.Name} is {count}, no multiple of {roundingBase}.");
                    }
                }
            }
        }

        return log.Result(Name, examined, "published counts");
    }
}
