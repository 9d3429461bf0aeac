namespace Publish.Policies.Releases;

/// <summary>That a table's counts are perturbed by the cell key method.</summary>
/// <param name="Table">The CSV file beside the policy that holds the perturbation table.</param>
/// <param name="Key">The name of the secret key that record keys are made with.</param>
/// <param name="Repeats">How many of the table's last counts serve again and again for larger ones. Default 1.</param>
/// <param name="AllowBias">Whether the expected noise of a count may differ from 0, as in tables that round. Default no.</param>
public sealed record CellKeyPolicy(string Table, string Key, int Repeats = 1, bool AllowBias = false);
