namespace Publish.Disclosure.Records;

/// <summary>
/// ARX's gs-factor, how generalisation and suppression weigh against each other: 0.5 counts both in full, towards 0
/// suppression costs less, towards 1 generalisation does.
/// </summary>
internal readonly record struct GeneralisationSuppressionFactor
{
    /// <summary>Creates the factors.</summary>
    /// <param name="value">From 0 to 1.</param>
    public GeneralisationSuppressionFactor(double value)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(value), "The gs-factor is from 0 to 1.");
        }

        Suppression = value < 0.5 ? 2 * value : 1;
        Generalisation = value <= 0.5 ? 1 : 1 - (2 * (value - 0.5));
    }

    /// <summary>The factor of suppression, 0 to 1.</summary>
    public double Suppression { get; }

    /// <summary>The factor of generalisation, 0 to 1.</summary>
    public double Generalisation { get; }
}
