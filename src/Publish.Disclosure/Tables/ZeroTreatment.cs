namespace Publish.Disclosure.Tables;

/// <summary>What a table does with the combinations of categories that nobody is in.</summary>
public enum ZeroTreatment
{
    /// <summary>Everyone may know that the cell is empty: an absent combination is a published zero (the default).</summary>
    Published,

    /// <summary>
    /// That nobody is in a cell is a secret too: every empty combination of observed categories is a primary cell.
    /// </summary>
    Protected,
}
