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

    /// <summary>Nobody is in the cell, and the table protects its zeros.</summary>
    Zero,
}
