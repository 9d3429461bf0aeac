namespace Publish.Disclosure.Tables;

/// <summary>The rule that makes a cell primary: its own content is a secret.</summary>
public enum PrimaryRule
{
    /// <summary>No rule: the cell is not primary.</summary>
    None,

    /// <summary>Too few respondents: f &lt; t.</summary>
    Frequency,

    /// <summary>Too few respondents with a value of a published measure.</summary>
    Contributors,

    /// <summary>Some respondents without a value of a published measure, but too few.</summary>
    NonContributors,

    /// <summary>Nobody is in the cell, and the table protects its zeros.</summary>
    Zero,

    /// <summary>Everyone of a coarser cell is in one of its parts, and this empty part would say so.</summary>
    GroupDisclosure,

    /// <summary>The n largest contributions are more than k % of the total.</summary>
    Dominance,

    /// <summary>The second largest contributor could work out the largest contribution to within p %.</summary>
    PPercent,

    /// <summary>The same, where everyone knows each contribution to within q % beforehand.</summary>
    PriorPosterior,

    /// <summary>All values are the same.</summary>
    Constant,

    /// <summary>Too few contributors lie on one side of a quantile.</summary>
    QuantileSupport,

    /// <summary>The version that this one corrects hid it, and readers have both.</summary>
    HiddenBefore,
}
