namespace Publish.Attacks.Values;

/// <summary>One column of the upload of which a table publishes numbers, and what everyone knows of it.</summary>
/// <param name="Table">The table, by index in the edition.</param>
/// <param name="Sum">The measure that is its sum, or <see langword="null"/>.</param>
/// <param name="Mean">The measure that is its mean over those who have a value, or <see langword="null"/>.</param>
/// <param name="Count">The measure that counts the respondents, or <see langword="null"/>.</param>
/// <param name="Decimals">Decimals of a single value, 0 to 18.</param>
/// <param name="Least">What no single value is below, in units of 10^−<paramref name="Decimals"/>; <see langword="null"/> for no bound.</param>
/// <param name="Most">What no single value is above, likewise.</param>
public sealed record PublishedQuantity(
    int Table, string? Sum, string? Mean, string? Count, int Decimals = 0, Int128? Least = null, Int128? Most = null)
{
    /// <summary>The column's name: the same in all tables that publish numbers of it. By default none has one, and all are of one column.</summary>
    public string Column { get; init; } = "";
}
