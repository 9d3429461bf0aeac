namespace Publish.Disclosure.Records;

/// <summary>
/// Evaluates choices of levels for a task, one at a time and in any order, remembering enough to make the next one
/// cheap. Not safe for several threads.
/// </summary>
public sealed class LatticeEvaluator
{
    private readonly LatticeShape _shape;
    private readonly RollUpCache _cache;
    private readonly LossFunction _loss;
    private readonly Judge _judge;
    private readonly Judge _monotoneJudge;

    /// <summary>Groups the table at the finest levels that may be chosen.</summary>
    /// <param name="task">What is to be generalised.</param>
    /// <exception cref="Codes.CodedException">The lattice is too large.</exception>
    public LatticeEvaluator(GeneralisationTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        Task = task;
        Lattice = new GeneralisationLattice(task.Keys);
        _shape = new LatticeShape(task.Keys, task.SensitiveColumns);
        var context = new LossContext(_shape, task.Table);
        _loss = task.Metric.Prepare(context);
        AllowedRows = (long)decimal.Floor(task.SuppressionLimit * context.TotalRows);

        // Where nothing may be suppressed, classes that all satisfy a model are joined: entropy is concave, and so is
        // the recursive condition. But a respondent in two of them counts once then, which can bend a histogram.
        var joinsAlike = AllowedRows == 0 && task.Table.Overlaps.Respondents.Length == 0;
        IsMonotone = joinsAlike || task.Models.All(model => model.IsMonotone);
        _judge = new Judge(task.Models, task.SensitiveColumns);
        _monotoneJudge = IsMonotone
            ? _judge
            : new Judge(task.Models.Select(model => model.Consequence), task.SensitiveColumns);
        var finest = GeneralisedClasses.Of(_shape, task.Table, Lattice.Levels(GeneralisationLattice.Bottom), out _);
        _cache = new RollUpCache(_shape, finest);
    }

    /// <summary>What is to be generalised.</summary>
    public GeneralisationTask Task { get; }

    /// <summary>The choices of levels.</summary>
    public GeneralisationLattice Lattice { get; }

    /// <summary>The largest number of rows that may be suppressed.</summary>
    public long AllowedRows { get; }

    /// <summary>
    /// True when a choice that stays within the limit proves that every coarser one does. For entropy and
    /// recursive ℓ-diversity that is so only when no row may be suppressed and no respondent is in two classes.
    /// </summary>
    public bool IsMonotone { get; }

    /// <summary>Evaluates a choice of levels.</summary>
    /// <param name="levels">One level for each key, within the key's range.</param>
    public NodeEvaluation Evaluate(ReadOnlySpan<int> levels) => Evaluate(Lattice.NodeOf(levels)).Evaluation;

    internal double Bound(int node) => _loss.Bound(Lattice.Levels(node));

    /// <summary>Evaluates a node, with the loss that no coarser node can fall below.</summary>
    internal (NodeEvaluation Evaluation, double Bound) Evaluate(int node)
    {
        var judged = _judge.Decide(Classes(node));
        var evaluation = new NodeEvaluation(
            judged.Classes.Count,
            judged.KeptClasses,
            judged.SuppressedRows,
            _loss.Of(judged),
            judged.SuppressedRows <= AllowedRows);
        return (evaluation, _loss.Bound(judged));
    }

    /// <summary>
    /// True when the monotone models, and the monotone consequences of the others, keep within the limit: a condition
    /// that every coarser node shares, and without which a node is not within the limit.
    /// </summary>
    internal bool SatisfiesConsequences(int node) =>
        _monotoneJudge.Decide(Classes(node)).SuppressedRows <= AllowedRows;

    private GeneralisedClasses Classes(int node) => _cache.Get(Lattice.Levels(node));
}
