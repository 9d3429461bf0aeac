namespace Publish.Csv.Records;

/// <summary>A faulty record inside a block, to be passed over. It counts as one row.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where the next record starts.</param>
/// <param name="Lines">Line ends in it.</param>
internal readonly record struct Hole(int Start, int End, long Lines);
