namespace Publish.Policies.Catalogues;

/// <summary>How often a new edition comes: terms of the Dublin Core frequency vocabulary.</summary>
public enum UpdateFrequency
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every two weeks.</summary>
    Biweekly,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every two months.</summary>
    Bimonthly,

    /// <summary>Every quarter.</summary>
    Quarterly,

    /// <summary>Twice a year.</summary>
    Semiannual,

    /// <summary>Every year.</summary>
    Annual,

    /// <summary>Every two years.</summary>
    Biennial,

    /// <summary>At no fixed times.</summary>
    Irregular,
}
