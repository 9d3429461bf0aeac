namespace Publish.Attacks.Tests.Fakes;

/// <summary>A cell of a rounded table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Name">Its labels.</param>
/// <param name="Key">The cell, whichever table shows it.</param>
/// <param name="Parts">1 for each leaf that is part of it.</param>
/// <param name="Truth">Its true count.</param>
/// <param name="Published">Its published count, or <see langword="null"/> where it is hidden.</param>
internal sealed record RoundedCell(int Table, string Name, string Key, long[] Parts, long Truth, long? Published);
