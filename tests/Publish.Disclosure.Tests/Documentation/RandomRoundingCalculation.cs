using System.Globalization;
using Publish.Disclosure.Perturbation;

namespace Publish.Disclosure.Tests.Documentation;

/// <summary>
/// Rounds counts by the lowest and the highest draw. Input: <c>count</c>. Setting: <c>base</c>. Answer: both multiples,
/// and the share of as many evenly spread draws as the base that go up.
/// </summary>
internal sealed class RandomRoundingCalculation : IExampleCalculation
{
    public string Kind => "random-rounding";

    public IEnumerable<string[]> Answer(WorkedExample example)
    {
        var roundingBase = int.Parse(example.Setting("base"), CultureInfo.InvariantCulture);
        yield return ["count", "down", "up", "probability of up"];
        foreach (var row in example.Input.Skip(1))
        {
            var count = long.Parse(row[0], CultureInfo.InvariantCulture);
            var (up, down) = (RandomRounding.Round(count, roundingBase, 0), RandomRounding.Round(count, roundingBase, ulong.MaxValue));
            var ups = Enumerable.Range(0, roundingBase).Count(i =>
                RandomRounding.Round(count, roundingBase, (ulong)(((((UInt128)i * 2) + 1) << 64) / (UInt128)(2 * roundingBase))) != down);
            yield return [row[0], Text(down), Text(up), $"{Text(ups)}/{Text(roundingBase)}"];
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
