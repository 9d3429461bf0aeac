using Publish.Attacks.Results;

namespace Publish.Attacks;

/// <summary>Code that plays the intruder, or the auditor, against what is about to be published.</summary>
public interface IAttack
{
    /// <summary>The attack's name in receipts: lower-case words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>What the intruder of this attack is taken to know, one sentence.</summary>
    string Knows { get; }

    /// <summary>Attacks. The same input gives the same result, whatever the number of threads.</summary>
    AttackResult Run();
}
