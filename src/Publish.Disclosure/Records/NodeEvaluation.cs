namespace Publish.Disclosure.Records;

/// <summary>What one choice of levels would do.</summary>
/// <param name="Classes">Classes at these levels, published or not.</param>
/// <param name="KeptClasses">Classes that satisfy every model.</param>
/// <param name="SuppressedRows">Rows of the classes that do not.</param>
/// <param name="Loss">The loss by the task's metric.</param>
/// <param name="IsWithinLimit">True when no more rows are suppressed than the limit allows.</param>
public readonly record struct NodeEvaluation(
    int Classes,
    int KeptClasses,
    long SuppressedRows,
    double Loss,
    bool IsWithinLimit);
