namespace Publish.Policies.Catalogues;

/// <summary>
/// How often a new edition comes: the terms of the Dublin Core collection description frequency vocabulary
/// (<c>http://purl.org/cld/freq/</c>), as the UK metadata model uses them.
/// </summary>
public enum UpdateFrequency
{
    /// <summary>At uneven intervals, or unknown (the default).</summary>
    Irregular,

    /// <summary>Every three years.</summary>
    Triennial,

    /// <summary>Every two years.</summary>
    Biennial,

    /// <summary>Once a year.</summary>
    Annual,

    /// <summary>Twice a year.</summary>
    Semiannual,

    /// <summary>Three times a year.</summary>
    ThreeTimesAYear,

    /// <summary>Every three months.</summary>
    Quarterly,

    /// <summary>Every two months.</summary>
    Bimonthly,

    /// <summary>Once a month.</summary>
    Monthly,

    /// <summary>Twice a month.</summary>
    Semimonthly,

    /// <summary>Every two weeks.</summary>
    Biweekly,

    /// <summary>Three times a month.</summary>
    ThreeTimesAMonth,

    /// <summary>Once a week.</summary>
    Weekly,

    /// <summary>Twice a week.</summary>
    Semiweekly,

    /// <summary>Three times a week.</summary>
    ThreeTimesAWeek,

    /// <summary>Once a day.</summary>
    Daily,

    /// <summary>Without interruption.</summary>
    Continuous,
}
