namespace Publish.Attacks.Differences;

/// <summary>People whom no table shows by themselves, and of whom a rule forbids that anything is known.</summary>
/// <param name="Classes">The joint classes they are, ascending; rows of the count that names the classes.</param>
public sealed record SecretOverlap(IReadOnlyList<int> Classes);
