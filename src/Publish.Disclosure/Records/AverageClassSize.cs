namespace Publish.Disclosure.Records;

/// <summary>Average class size: rows of the table by published classes, all suppressed rows together being one class more.</summary>
/// <remarks>K. LeFevre, D. DeWitt and R. Ramakrishnan, "Mondrian multidimensional k-anonymity", 2006. Weights have no part in it.</remarks>
public sealed record AverageClassSize : LossMetric
{
    internal override LossFunction Prepare(LossContext context) => new Function(context.TotalRows);

    private sealed class Function(long totalRows) : LossFunction
    {
        public override double Bound(JudgedClasses node) => totalRows / (double)Math.Max(1, node.Classes.Count);

        public override double Of(JudgedClasses node) =>
            totalRows / (double)Math.Max(1, node.KeptClasses + (node.SuppressedRows > 0 ? 1 : 0));
    }
}
