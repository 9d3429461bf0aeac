namespace Publish.LinearPrograms;

/// <summary>One coefficient of a linear programme.</summary>
/// <param name="Row">The row.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Coefficient">The coefficient, finite and not 0.</param>
public readonly record struct LinearProgramEntry(int Row, int Variable, double Coefficient);
