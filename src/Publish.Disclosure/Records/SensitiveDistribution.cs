namespace Publish.Disclosure.Records;

/// <summary>The shares of a sensitive value in the whole table, which classes are compared with.</summary>
internal sealed class SensitiveDistribution
{
    private readonly Dictionary<int, int> _placeOf = [];
    private readonly double[] _shares;

    /// <summary>Creates the distribution from the values some respondent has, in the order of their codes.</summary>
    public SensitiveDistribution(ReadOnlySpan<int> values, ReadOnlySpan<long> respondents)
    {
        var met = new SortedDictionary<int, long>();
        for (var i = 0; i < values.Length; i++)
        {
            if (respondents[i] > 0)
            {
                met.Add(values[i], respondents[i]);
            }
        }

        var total = (double)Histograms.Total(respondents);
        _shares = [.. met.Values.Select(count => count / total)];
        foreach (var value in met.Keys)
        {
            _placeOf.Add(value, _placeOf.Count);
        }
    }

    /// <summary>How far a class is from the table, by four measures (see <see cref="DiversityMeasures"/>).</summary>
    public (double Equal, double Ordered, double LogRatio, double RelativeGain) DistancesTo(
        ReadOnlySpan<int> values,
        ReadOnlySpan<long> respondents)
    {
        var own = new double[_shares.Length];
        var total = (double)Histograms.Total(respondents);
        for (var i = 0; i < values.Length; i++)
        {
            if (respondents[i] > 0)
            {
                own[_placeOf[values[i]]] = respondents[i] / total;
            }
        }

        var (equal, ordered, running, logRatio, gain) = (0d, 0d, 0d, 0d, double.NegativeInfinity);
        for (var place = 0; place < own.Length; place++)
        {
            var difference = own[place] - _shares[place];
            running += difference;
            equal += Math.Abs(difference) / 2;
            ordered += Math.Abs(running);
            gain = Math.Max(gain, difference / _shares[place]);
            logRatio = own[place] > 0 ? Math.Max(logRatio, Math.Abs(Math.Log(own[place] / _shares[place]))) : logRatio;
        }

        return (equal, own.Length > 1 ? ordered / (own.Length - 1) : 0, logRatio, gain);
    }
}
