using Publish.Attacks;
using Publish.Attacks.Results;
using Publish.Codes;
using Publish.Pipeline.Receipts;

namespace Publish.Pipeline.Audit;

/// <summary>What was examined and found, in the order of noting.</summary>
/// <param name="areFilesPublished">
/// Whether the files are out, so that findings may name cells by their labels; where not, by row and level names only.
/// </param>
internal sealed class ExaminationLog(bool areFilesPublished)
{
    private readonly List<AuditFacts> _facts = [];
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, long> _broken = new(StringComparer.Ordinal);

    /// <summary>What was examined.</summary>
    public IReadOnlyList<AuditFacts> Facts => _facts;

    /// <summary>Every broken promise.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>How often an attack or check found its promise broken.</summary>
    /// <param name="name">Its name.</param>
    public long Broken(string name) => _broken.GetValueOrDefault(name);

    /// <summary>Adds what would help to what was found.</summary>
    /// <param name="advice">The advice, under the code of what it helps with.</param>
    public void Add(Finding advice) => _findings.Add(advice);

    /// <summary>Notes what an attack found.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="result">How it ended.</param>
    /// <param name="places">Names the cells of its witnesses.</param>
    public void Note(IAttack attack, AttackResult result, WitnessPlaces places)
    {
        Note(result.Attack, result.Examined, result.Found);
        _findings.AddRange(result.Witnesses.Select(w => new Finding(w.Code, places.PlaceOf(w), areFilesPublished ? w.Text : places.LevelsOf(w))));
        if (result.Verdict == AttackVerdict.NotProven)
        {
            _findings.Add(new Finding(AttackCodes.NotProven, attack.Name));
        }
    }

    /// <summary>Notes a check that is no attack.</summary>
    /// <param name="name">The check.</param>
    /// <param name="examined">How much it examined.</param>
    /// <param name="findings">What it found.</param>
    public void Note(string name, long examined, IReadOnlyList<Finding> findings)
    {
        Note(name, examined, findings.Count);
        _findings.AddRange(findings);
    }

    private void Note(string name, long examined, long broken)
    {
        var index = _facts.FindIndex(fact => fact.Attack == name);
        if (index < 0)
        {
            _facts.Add(new AuditFacts(name, examined, broken));
        }
        else
        {
            _facts[index] = new AuditFacts(name, _facts[index].Examined + examined, _facts[index].Witnesses + broken);
        }

        _broken[name] = Broken(name) + broken;
    }
}
