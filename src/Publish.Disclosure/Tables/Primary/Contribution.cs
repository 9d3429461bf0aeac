namespace Publish.Disclosure.Tables.Primary;

/// <summary>What one respondent (or holding) adds to one cell.</summary>
/// <param name="Value">The sum of its values in the cell, in units of the measure's last decimal.</param>
/// <param name="Weighted">
/// The same, each value times its sampling weight, in units of the last decimals of both; the value itself where there
/// are no weights.
/// </param>
public readonly record struct Contribution(Int128 Value, Int128 Weighted)
{
    /// <summary>A contribution without a sampling weight.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator Contribution(long value) => new(value, value);

    /// <summary>The absolute value, by which contributions are compared: a large loss points at somebody as a large gain does.</summary>
    public Int128 Size => Int128.Abs(Value);

    /// <summary>The contributions of one respondent to two classes of one cell, together.</summary>
    /// <param name="other">Another contribution of the same respondent.</param>
    /// <exception cref="OverflowException">The sum leaves the range of <see cref="Int128"/>.</exception>
    public Contribution Plus(Contribution other) =>
        checked(new(Value + other.Value, Weighted + other.Weighted));
}
