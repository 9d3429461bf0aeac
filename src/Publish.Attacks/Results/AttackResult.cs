namespace Publish.Attacks.Results;

/// <summary>What an attack found, and how much it looked at.</summary>
/// <param name="Attack">The attack's name.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Examined">How many things were examined.</param>
/// <param name="Unit">What was examined (<c>suppressed cells</c>, <c>rows</c>).</param>
/// <param name="Found">How many breaches were found; more than the witnesses where those were limited.</param>
/// <param name="Witnesses">The first breaches in the order of tables and rows.</param>
/// <param name="Figures">What was measured on the way.</param>
public sealed record AttackResult(
    string Attack,
    AttackVerdict Verdict,
    long Examined,
    string Unit,
    long Found,
    IReadOnlyList<Witness> Witnesses,
    IReadOnlyList<AttackFigure> Figures);
