using System.Text;

namespace Publish.Pipeline.Tests.Fixtures;

/// <summary>Builds the YAML of a policy: everything a policy must have, and what a test is about.</summary>
internal sealed record PolicyText
{
    public string Title { get; init; } = "Things counted";

    public string Respondent { get; init; } = "row";

    /// <summary>Columns by name, each a YAML flow mapping: <c>{type: text, role: key}</c>.</summary>
    public IReadOnlyList<(string Name, string Rules)> Columns { get; init; } = [];

    /// <summary>Hierarchies by key, each a YAML flow mapping.</summary>
    public IReadOnlyList<(string Key, string Levels)> Hierarchies { get; init; } = [];

    /// <summary>Releases, each a YAML flow mapping.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];

    /// <summary>The keys of <c>file</c> as a YAML flow mapping, or nothing for the defaults.</summary>
    public string? File { get; init; }

    /// <summary>The keys of <c>publication</c> as a YAML flow mapping, or nothing for the default.</summary>
    public string? Publication { get; init; }

    public string Status { get; init; } = "active";

    public string Starts { get; init; } = "2026-01-01";

    public string Ends { get; init; } = "2030-12-31";

    public string? Retention { get; init; } = "P30D";

    public string? Dpia { get; init; } = "{reference: D-1, date: 2026-01-12, outcome: approved}";

    public string Recipients { get; init; } = "[public]";

    public bool HasAgreement { get; init; } = true;

    /// <summary>A column the agreement does not name.</summary>
    public string? Undisclosed { get; init; }

    public PolicyText With(params string[] releases) => this with { Releases = releases };

    public override string ToString()
    {
        var text = new StringBuilder($$"""
            policy: 1
            agency: some-agency
            dataset: some-things
            title: {{Title}}
            description: Made for a test.
            catalogue: {licence: OGL-UK-3.0, contactPoint: {contactName: Team, email: team@agency.example}, creator: Some Agency}
            respondent: {{Respondent}}

            """);
        if (HasAgreement)
        {
            WriteAgreement(text);
        }

        if (File is not null)
        {
            text.Append(null, $"file: {File}\n");
        }

        if (Publication is not null)
        {
            text.Append(null, $"publication: {Publication}\n");
        }

        text.Append("columns:\n").AppendJoin("", Columns.Select(c => $"  {c.Name}: {c.Rules}\n"));
        if (Hierarchies.Count > 0)
        {
            text.Append("hierarchies:\n").AppendJoin("", Hierarchies.Select(h => $"  {h.Key}: {h.Levels}\n"));
        }

        return text.Append("releases:\n").AppendJoin("", Releases.Select(r => $"  - {r}\n")).ToString();
    }

    private void WriteAgreement(StringBuilder text)
    {
        text.Append(null, $"agreement:\n  id: A-1\n  name: Agreement\n  status: {Status}\n  purpose: To test.\n");
        text.Append(null, $"  lawfulBasis: 6(1)(e)\n  specialCategory: 9(2)(j)\n  controllers: [Agency]\n  recipients: {Recipients}\n  discloses:\n");
        text.AppendJoin("", Columns.Where(c => c.Name != Undisclosed).Select(c => $"    {c.Name}: Needed.\n"));
        if (Retention is not null)
        {
            text.Append(null, $"  retention: {Retention}\n");
        }

        if (Dpia is not null)
        {
            text.Append(null, $"  dpia: {Dpia}\n");
        }

        text.Append(null, $"  starts: {Starts}\n  ends: {Ends}\n  contact: {{name: Governance, email: governance@agency.example}}\n");
    }
}
