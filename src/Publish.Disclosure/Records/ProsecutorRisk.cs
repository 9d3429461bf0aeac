namespace Publish.Disclosure.Records;

/// <summary>
/// The risk that someone who knows a respondent is in the file, and knows the key variables, picks the right record:
/// 1/f for a row of a class of f respondents.
/// </summary>
/// <remarks>
/// Handbook on Statistical Disclosure Control (2024), re-identification under the prosecutor scenario. Rows of classes
/// without any respondent are nobody's and are left out. Where each row is a respondent, the mean is classes by rows.
/// </remarks>
/// <param name="Highest">The largest 1/f; 0 for no rows.</param>
/// <param name="Mean">The mean of 1/f over rows; 0 for no rows.</param>
/// <param name="ShareAbove">The share of rows whose 1/f is above the threshold; 0 for no rows.</param>
/// <param name="Uniques">Classes of a single respondent.</param>
public sealed record ProsecutorRisk(double Highest, double Mean, double ShareAbove, int Uniques)
{
    /// <summary>Measures the risk of some classes.</summary>
    /// <param name="rows">Rows of each class.</param>
    /// <param name="respondents">Distinct respondents of each class.</param>
    /// <param name="threshold">The risk that <see cref="ShareAbove"/> is counted above, 0 to 1.</param>
    public static ProsecutorRisk Of(ReadOnlySpan<long> rows, ReadOnlySpan<long> respondents, double threshold)
    {
        var (highest, sum, total, above, uniques) = (0d, 0d, 0L, 0L, 0);
        for (var c = 0; c < rows.Length; c++)
        {
            if (respondents[c] == 0)
            {
                continue;
            }

            var risk = 1d / respondents[c];
            highest = Math.Max(highest, risk);
            sum += rows[c] * risk;
            total = checked(total + rows[c]);
            above += risk > threshold ? rows[c] : 0;
            uniques += respondents[c] == 1 ? 1 : 0;
        }

        return total == 0
            ? new ProsecutorRisk(0, 0, 0, 0)
            : new ProsecutorRisk(highest, sum / total, above / (double)total, uniques);
    }
}
