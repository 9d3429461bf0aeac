using Publish.Disclosure.Tables.Primary;

namespace Publish.Disclosure.Tests.Tables.Primary;

/// <summary>Cells as rules see them, from the contributions of their respondents.</summary>
internal static class Cells
{
    public static CellContributions Of(params Contribution[] contributions)
    {
        var sorted = contributions.OrderByDescending(contribution => contribution.Size).ToArray();
        return new CellContributions
        {
            Respondents = contributions.Length,
            Contributors = contributions.Length,
            Total = contributions.Aggregate((Int128)0, (sum, contribution) => sum + Int128.Abs(contribution.Weighted)),
            Largest = sorted,
            UnitWeight = 1,
            IsConstant = contributions.Length > 0 && contributions.All(contribution => contribution == contributions[0]),
        };
    }

    /// <summary>A cell of which only the two largest contributions and the total are known.</summary>
    public static CellContributions WithTotal(long total, long first, long second) => new()
    {
        Respondents = 100,
        Contributors = 100,
        Total = total,
        Largest = new Contribution[] { first, second },
        UnitWeight = 1,
    };
}
