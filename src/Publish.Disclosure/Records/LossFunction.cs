namespace Publish.Disclosure.Records;

/// <summary>A loss metric readied for one table.</summary>
internal abstract class LossFunction
{
    /// <summary>
    /// A loss that no node at these levels or coarser can fall below, known without its classes; 0 where nothing is known.
    /// </summary>
    public virtual double Bound(ReadOnlySpan<int> levels) => 0;

    /// <summary>A loss that no node as coarse as this one or coarser can fall below, from its classes.</summary>
    public virtual double Bound(JudgedClasses node) => Bound(node.Classes.Levels);

    /// <summary>The loss of a node.</summary>
    public abstract double Of(JudgedClasses node);
}
