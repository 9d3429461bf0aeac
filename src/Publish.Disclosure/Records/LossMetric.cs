namespace Publish.Disclosure.Records;

/// <summary>
/// What a generalisation costs in detail; the search chooses the levels where it is least. Each metric is defined as
/// the open-source tool ARX (3.9) defines it, except that ARX rounds losses down to a few decimals and this does not.
/// </summary>
public abstract record LossMetric
{
    private protected LossMetric()
    {
    }

    /// <summary>Readies the metric for one table.</summary>
    internal abstract LossFunction Prepare(LossContext context);
}
