namespace Publish.Disclosure.Tables.Primary;

/// <summary>
/// A rule that says whether a cell's own content is a secret (Hundepool et al., <em>Handbook on Statistical Disclosure
/// Control</em>, 2024, ch. 4), and how far an intruder must be left in doubt about a cell where it is.
/// </summary>
/// <remarks>
/// Every rule is a pure function of one cell. Rules combine: a cell is primary as soon as one of them says so, and its
/// interval must be as wide as the most demanding of them asks.
/// </remarks>
public abstract record SensitivityRule
{
    private protected SensitivityRule()
    {
    }

    /// <summary>What a cell is called primary for.</summary>
    public abstract PrimaryRule Reason { get; }

    /// <summary>How many of a cell's largest contributions the rule looks at. Default: none.</summary>
    public virtual int Depth => 0;

    /// <summary>Whether the rule looks at a measure; otherwise it looks at the frequency alone. Default: it does.</summary>
    public virtual bool IsOfMeasure => true;

    /// <summary>Judges a cell.</summary>
    /// <param name="cell">What is known of it.</param>
    /// <returns>True where its content is a secret.</returns>
    public abstract bool IsSensitive(in CellContributions cell);

    /// <summary>
    /// How far around its true value an intruder must be left in doubt about a cell that is suppressed: in respondents
    /// for a rule of frequency, in units of the measure's last decimal for a rule of a measure.
    /// </summary>
    /// <param name="cell">What is known of it.</param>
    /// <returns>The protection level; <see cref="ProtectionLevel.None"/> where the rule asks for nothing.</returns>
    public virtual ProtectionLevel LevelOf(in CellContributions cell) => ProtectionLevel.None;
}
