using Publish.Disclosure.Perturbation;

namespace Publish.Pipeline.Admission;

/// <summary>How the counts of an upload's tables are to be perturbed, with the secrets that takes.</summary>
/// <param name="Rounding">The rounding, or <see langword="null"/>.</param>
/// <param name="CellKey">The cell key method, or <see langword="null"/>; one of the two is there.</param>
/// <param name="Secret">The bytes of the key that draws or makes record keys; empty where the method needs none.</param>
/// <param name="Lines">The lines of the perturbation table; none where the method has no table.</param>
internal sealed record AdmittedPerturbation(
    RoundingPolicy? Rounding, CellKeyPolicy? CellKey, ReadOnlyMemory<byte> Secret, IReadOnlyList<PerturbationRow> Lines)
{
    /// <summary>The key that record keys are made with, or <see langword="null"/> where the method needs none.</summary>
    public SecretKey? RecordKey => CellKey is null ? null : new SecretKey(Secret.Span);

    /// <summary>The method.</summary>
    /// <param name="recordKeys">The record keys by class, where <see cref="RecordKey"/> asked for them.</param>
    /// <returns>What perturbs the tables.</returns>
    public CountPerturbation Method(RecordKeySums? recordKeys) => Rounding switch
    {
        { Method: RoundingMethod.Conventional } => new ConventionalCounts(Rounding.Base),
        { Method: RoundingMethod.Random } => new RandomCounts(Rounding.Base, new SecretKey(Secret.Span)),
        { Method: RoundingMethod.SmallCount } => new SmallCounts(Rounding.Base),
        _ => new CellKeyCounts(new PerturbationTable(Lines, CellKey!.Repeats), recordKeys!),
    };

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => nameof(AdmittedPerturbation);
}
