namespace Publish.Disclosure.Tables.Primary;

/// <summary>Applies the rules of a table to the cells of one of its grouping sets.</summary>
internal static class PrimaryCells
{
    /// <summary>
    /// Marks the cells that a rule makes primary, and notes how wide their intervals must be. What other tables that have
    /// the set marked stays marked: the strictest of all holds.
    /// </summary>
    public static void Mark(GroupingSetCells set, JointClasses joint, TableRequest request)
    {
        var rules = request.AllRules.ToArray();
        var respondents = joint.Real.Holdings is { } holdings ? set.CountsOf(joint, holdings) : set.Respondents;
        var emptyReason = request.Zeros == ZeroTreatment.Protected ? PrimaryRule.Zero : PrimaryRule.GroupDisclosure;
        MarkByFrequency(set, respondents, [.. rules.Where(rule => !rule.IsOfMeasure)], emptyReason);
        var measures = request.Measures
            .Select(measure => (
                Columns: MeasureColumns.Of(set, joint, measure, respondents),
                Rules: (SensitivityRule[])[.. rules.Where(rule => rule.IsOfMeasure), .. measure.Rules]))
            .ToArray();
        foreach (var (columns, own) in measures)
        {
            MarkByMeasure(set, columns, own);
        }

        // Only now is it known which cells are primary: one for a rule of another measure needs its interval in this one too.
        foreach (var (columns, own) in measures)
        {
            AddLevels(set, columns, own);
        }

        ContributorLevels.Add(set, joint, request);
    }

    private static void MarkByFrequency(GroupingSetCells set, long[] respondents, SensitivityRule[] rules, PrimaryRule emptyReason)
    {
        for (var cell = 0; cell < set.Count; cell++)
        {
            if (set.Rows[cell] == 0 && set.Rules[cell] == PrimaryRule.None)
            {
                set.Rules[cell] = emptyReason;
            }

            var counts = new CellContributions { Respondents = respondents[cell] };
            foreach (var rule in rules)
            {
                if (set.Rules[cell] == PrimaryRule.None && rule.IsSensitive(counts))
                {
                    set.Rules[cell] = rule.Reason;
                }

                if (set.Rules[cell] != PrimaryRule.None)
                {
                    set.CountLevels[cell] = set.CountLevels[cell].Or(rule.LevelOf(counts));
                }
            }
        }
    }

    private static void MarkByMeasure(GroupingSetCells set, MeasureColumns columns, SensitivityRule[] rules)
    {
        for (var cell = 0; cell < set.Count; cell++)
        {
            for (var rule = 0; rule < rules.Length && set.Rules[cell] == PrimaryRule.None; rule++)
            {
                if (rules[rule].IsSensitive(columns.Of(cell)))
                {
                    set.Rules[cell] = rules[rule].Reason;
                }
            }
        }
    }

    private static void AddLevels(GroupingSetCells set, MeasureColumns columns, SensitivityRule[] rules)
    {
        if (!set.SumLevels.TryGetValue(columns.Sum, out var levels))
        {
            set.SumLevels.Add(columns.Sum, levels = new ProtectionLevel[set.Count]);
        }

        for (var cell = 0; cell < set.Count; cell++)
        {
            if (set.Rules[cell] == PrimaryRule.None)
            {
                continue;
            }

            foreach (var rule in rules)
            {
                levels[cell] = levels[cell].Or(rule.LevelOf(columns.Of(cell)));
            }
        }
    }
}
