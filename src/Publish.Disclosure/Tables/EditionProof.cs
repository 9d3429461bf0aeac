namespace Publish.Disclosure.Tables;

/// <summary>The moves that protection relied on, with what the classes they change are: plain arrays, for an audit to check.</summary>
/// <param name="Keys">The key, in the class table, of each dimension of the joint classes.</param>
/// <param name="Levels">The level of each dimension's codes in the key's hierarchy.</param>
/// <param name="Codes"><c>Codes[dimension][class]</c>: the category of each joint class.</param>
/// <param name="Moves">The moves, over these classes.</param>
public sealed record EditionProof(int[] Keys, int[] Levels, int[][] Codes, ClassMoves Moves);
