namespace Publish.Attacks.Recounts;

/// <summary>A level of a key variable in an independent count of the upload.</summary>
/// <param name="Key">The key variable's name, as in the published tables.</param>
/// <param name="Level">The level's name, as in the published tables.</param>
/// <param name="Labels">The labels as they are published, by code; no two alike.</param>
/// <param name="Codes">One code a counted row; −1 (summed away) only where the rows are cells.</param>
public sealed record CountedLevel(string Key, string Level, IReadOnlyList<string> Labels, IReadOnlyList<int> Codes);
