using System.Numerics;

namespace Publish.Attacks.Results;

/// <summary>A published cell in a witness's arithmetic.</summary>
/// <param name="Table">Index of the table in the list that was attacked.</param>
/// <param name="Row">Row of the cell in that table, from 0.</param>
/// <param name="Cell">The cell in words.</param>
/// <param name="Coefficient">How often the cell is taken; the sum is divided by the witness's denominator.</param>
public sealed record WitnessTerm(int Table, int Row, string Cell, BigInteger Coefficient);
