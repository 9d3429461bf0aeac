namespace Publish.Policies.Columns;

/// <summary>What a column is for, and so what may become of it.</summary>
public enum ColumnRole
{
    /// <summary>
    /// A key variable: an intruder may know it. Dimensions of tables, and generalised columns of records.
    /// </summary>
    Key,

    /// <summary>
    /// A secret of the respondent. Published in records only, as collected, beside generalised keys. A column to count
    /// by in tables is a key.
    /// </summary>
    Sensitive,

    /// <summary>A number to add up, in tables only: a single record's amount would point at its respondent.</summary>
    Measure,

    /// <summary>Names a respondent. Counted by where it is the respondent column; never published.</summary>
    Identifier,

    /// <summary>Checked and thrown away; never published.</summary>
    Drop,
}
