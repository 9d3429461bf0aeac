using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Attacks.Layouts;

/// <summary>Finds published counts below the threshold. A frequency f passes when f ≥ t.</summary>
/// <param name="tables">The tables.</param>
/// <param name="threshold">t, the smallest count that may be published; at least 1.</param>
/// <param name="zerosMayBePublished">Whether a row may say 0, as an absent row does anyway. By default true.</param>
public sealed class ThresholdCheck(IReadOnlyList<PublishedTable> tables, Int128 threshold, bool zerosMayBePublished = true) : IAttack
{
    /// <inheritdoc/>
    public string Name => "threshold";

    /// <inheritdoc/>
    public string Knows => "The published counts.";

    /// <inheritdoc/>
    public AttackResult Run()
    {
        var log = new WitnessLog();
        long examined = 0;
        Int128? smallest = null;
        for (var table = 0; table < tables.Count; table++)
        {
            foreach (var measure in tables[table].Measures.Where(measure => measure.Kind == MeasureKind.Count))
            {
                for (var row = 0; row < tables[table].Rows; row++)
                {
                    if (measure.Values[row] is not { } count)
                    {
                        continue;
                    }

                    examined++;
                    smallest = count != 0 && (smallest is null || count < smallest) ? count : smallest;
                    if (count < threshold && !(count == 0 && zerosMayBePublished))
                    {
                        log.Add(AttackCodes.Threshold, tables, table, row, $"{tables[table].Describe(row)} is published with {measure.Name} = {count}, below {threshold}.");
                    }
                }
            }
        }

        IReadOnlyList<AttackFigure> figures = smallest is { } least ? [new AttackFigure("smallest published count", (double)least)] : [];
        return log.Result(Name, examined, "published counts", figures);
    }
}
