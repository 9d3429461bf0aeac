using FsCheck;
using FsCheck.Fluent;

namespace Publish.Attacks.Tests.Fakes;

/// <summary>Runs a check on many reproducible random worlds.</summary>
internal static class Property
{
    public static void Holds(int tests, Action<Random> check)
    {
        var property = Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed => check(new Random(seed)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20261, 7), property);
    }
}
