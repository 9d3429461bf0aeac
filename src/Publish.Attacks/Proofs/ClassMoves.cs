namespace Publish.Attacks.Proofs;

/// <summary>
/// Changes of joint classes that somebody offers as proof that suppressed cells are uncertain. A move changes some
/// classes by whole numbers, in the proportions given, and leaves every published number as it is; so no published
/// number tells whether it was made. Nothing is taken on trust: <see cref="ProvenCells"/> checks every one.
/// </summary>
public sealed class ClassMoves
{
    /// <summary>Creates the list over arrays it does not copy.</summary>
    /// <param name="starts">Where each move's entries start; one more entry than moves, the first 0.</param>
    /// <param name="classes">The classes that change: rows of the independent count.</param>
    /// <param name="changes">By how much, in proportion.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public ClassMoves(int[] starts, int[] classes, long[] changes)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(changes);
        if (starts.Length == 0 || starts[0] != 0 || starts[^1] != classes.Length || classes.Length != changes.Length
            || starts.Zip(starts.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            throw new ArgumentException("The starts of the moves must lead from 0 to the end of the classes.", nameof(starts));
        }

        (Starts, Classes, Changes) = (starts, classes, changes);
    }

    /// <summary>No moves.</summary>
    public static ClassMoves None { get; } = new([0], [], []);

    /// <summary>Number of moves.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Where each move's entries start.</summary>
    public int[] Starts { get; }

    /// <summary>The classes that change.</summary>
    public int[] Classes { get; }

    /// <summary>By how much, in proportion.</summary>
    public long[] Changes { get; }
}
