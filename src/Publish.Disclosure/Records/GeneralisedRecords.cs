namespace Publish.Disclosure.Records;

/// <summary>A table generalised to fixed levels: which class of the table is published as which, and which are suppressed.</summary>
public sealed class GeneralisedRecords
{
    /// <summary>Marks a class of the table that is suppressed.</summary>
    public const int Suppressed = -1;

    private GeneralisedRecords(
        int[] levels,
        NodeEvaluation evaluation,
        int[] publishedClassOf,
        PublishedClasses published)
    {
        Levels = levels;
        Evaluation = evaluation;
        PublishedClassOf = publishedClassOf;
        Published = published;
    }

    /// <summary>The level of each key.</summary>
    public int[] Levels { get; }

    /// <summary>Loss, rows suppressed, and whether they are within the limit.</summary>
    public NodeEvaluation Evaluation { get; }

    /// <summary>For each class of the table, its class in <see cref="Published"/> or <see cref="Suppressed"/>.</summary>
    public int[] PublishedClassOf { get; }

    /// <summary>The classes that are published.</summary>
    public PublishedClasses Published { get; }

    /// <summary>
    /// Generalises a table to given levels and suppresses the classes that break a model, whether or not that stays
    /// within the limit: for levels that an earlier edition settled.
    /// </summary>
    /// <param name="task">What is to be generalised.</param>
    /// <param name="levels">One level for each key, within the key's range.</param>
    public static GeneralisedRecords At(GeneralisationTask task, int[] levels)
    {
        ArgumentNullException.ThrowIfNull(task);
        var evaluation = new LatticeEvaluator(task).Evaluate(levels);
        var shape = new LatticeShape(task.Keys, task.SensitiveColumns);
        var classes = GeneralisedClasses.Of(shape, task.Table, levels, out var classOf);
        var judged = new Judge(task.Models, task.SensitiveColumns).Decide(classes);
        var published = PublishedClasses.Of(shape, judged, out var placeOf);
        return new GeneralisedRecords(levels, evaluation, [.. classOf.Select(c => placeOf[c])], published);
    }
}
