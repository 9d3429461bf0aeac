using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Publish.Codes;
using Publish.Disclosure.Perturbation;
using Publish.Disclosure.Tests.Tables;

namespace Publish.Disclosure.Tests.Perturbation;

public class PerturbationTableTests
{
    [ReferenceFact("cellkey")]
    public void The_r_package_s_counts_come_out_as_its_tests_say()
    {
        var table = new PerturbationTable(Some.Rows("cellkey", "ptable_D5_V3_js2_pstay05.csv"));
        var people = ReferenceRows.Read("cellkey", "testdata_with_rkeys.csv");
        var cells = ReferenceRows.Read("cellkey", "expected_cellkeys.csv");
        foreach (var (row, keys) in ReferenceRows.Read("cellkey", "expected_freqtab.csv").Zip(cells))
        {
            var own = people.Where(p => IsIn(p[0], row[0]) && IsIn(p[1], row[1])).ToArray();
            var cellKey = own.Sum(p => Some.Number(p[3])) % 1;
            var noise = table.Noise(own.Length, cellKey);

            Assert.Equal((double)Some.Number(keys[4]), (double)cellKey, 9);
            Assert.Equal(Some.Number(keys[3]), noise);
            Assert.Equal(Some.Number(row[5]), own.Length + noise);
            Assert.Equal((double)Some.Number(row[6]), (double)table.PerturbWeighted(own.Length, own.Sum(p => Some.Number(p[2])), cellKey), 6);
        }

        Assert.Equal((1143, 1147), Published("Total", "age_group2"));
        Assert.Equal(52096.24, ReferenceRows.Read("cellkey", "expected_freqtab.csv").Average(row => Weighted(row[0], row[1])), 2);
        Assert.Equal(872.333, ReferenceRows.Read("cellkey", "expected_freqtab.csv").Average(row => (double)Published(row[0], row[1]).After), 3);

        double Weighted(string sex, string age)
        {
            var own = people.Where(p => IsIn(p[0], sex) && IsIn(p[1], age)).ToArray();
            return (double)table.PerturbWeighted(own.Length, own.Sum(p => Some.Number(p[2])), own.Sum(p => Some.Number(p[3])) % 1);
        }

        (long Before, long After) Published(string sex, string age)
        {
            var own = people.Where(p => IsIn(p[0], sex) && IsIn(p[1], age)).ToArray();
            return (own.Length, own.Length + (long)table.Noise(own.Length, own.Sum(p => Some.Number(p[3])) % 1));
        }
    }

    [ReferenceFact("cellkey")]
    public void The_r_package_s_tables_are_sound()
    {
        Assert.Empty(PerturbationTable.Check(Some.Rows("cellkey", "pt_ex_cnts.csv"), allowBias: false));
        Assert.Empty(PerturbationTable.Check(Some.Rows("cellkey", "ptable_ck_ptab_cnts.csv"), allowBias: false));
        Assert.Empty(PerturbationTable.Check(Some.Rows("cellkey", "ptable_D5_V3_js2_pstay05.csv"), allowBias: false));

        // A table for magnitudes names some counts and lies between them for others.
        var magnitudes = PerturbationTable.Check(Some.Rows("cellkey", "pt_ex_nums.csv"), allowBias: false);
        Assert.All(magnitudes, finding => Assert.Equal(PerturbationCodes.MissingCount, finding.Code));
    }

    [ReferenceFact("cellkey")]
    public void Probabilities_are_the_widths_of_their_intervals()
    {
        foreach (var file in new[] { "pt_ex_cnts.csv", "pt_ex_nums.csv", "ptable_D5_V3_js2_pstay05.csv" })
        {
            var printed = ReferenceRows.Read("cellkey", file).Select(row => Some.Number(row[2]));
            Assert.All(
                Some.Rows("cellkey", file).Zip(printed),
                pair => Assert.Equal((double)pair.Second, (double)(pair.First.UpTo - pair.First.Above), 0.0000001));
        }
    }

    [ReferenceFact("ons-cell-key")]
    public void The_10_5_rule_gives_the_office_s_counts()
    {
        var table = TenFive();
        var people = ReferenceRows.Read("ons-cell-key", "micro_seed111_1000rows.csv");
        foreach (var (file, columns) in new[] { ("expected_var1.csv", new[] { 1 }), ("expected_var1_var5_var8.csv", [1, 6, 8]) })
        {
            Assert.All(ReferenceRows.Read("ons-cell-key", file), row =>
            {
                var own = people.Where(p => columns.Select((column, i) => p[ColumnOf(column)] == row[i]).All(equal => equal)).ToArray();
                var cellKey = own.Sum(p => int.Parse(p[0], CultureInfo.InvariantCulture)) % 256;
                var count = own.Length + (own.Length == 0 ? 0 : table.Noise(own.Length, (cellKey + 1) / 256m));
                Assert.Equal(row[columns.Length + 4], count < 10 ? "" : count.ToString(CultureInfo.InvariantCulture));
            });
        }

        static int ColumnOf(int column) => column switch { 1 => 1, 6 => 5, _ => 8 };
    }

    [ReferenceFact("ons-cell-key")]
    public void Counts_above_the_table_go_round_its_last_250()
    {
        var table = TenFive();

        Assert.All(Enumerable.Range(751, 1000), count =>
            Assert.Equal(table.Noise(((count - 1) % 250) + 501, 0.3m), table.Noise(count, 0.3m)));
        Assert.Contains(PerturbationTable.Check(TenFiveRows(), allowBias: false), finding => finding.Code == PerturbationCodes.Biased);
        Assert.Empty(PerturbationTable.Check(TenFiveRows(), allowBias: true));
    }

    [ReferenceFact("handbook")]
    public void The_handbook_s_three_men_become_four()
    {
        var table = new PerturbationTable(Some.Rows("handbook", "ckm_ptable.csv"));
        var keys = ReferenceRows.Read("handbook", "ckm_microdata.csv").Select(row => Some.Number(row[2])).ToArray();

        Assert.Equal(0.8m, keys.Sum() % 1);
        Assert.Equal(1, table.Noise(keys.Length, keys.Sum() % 1));
    }

    [Fact]
    public void Faults_are_found_with_their_count()
    {
        Assert.Equal(["perturbation-coverage at count 1"], Faults(new PerturbationRow(1, 0, 0, 0.9m)));
        Assert.Equal(["perturbation-coverage at count 1"], Faults(new(1, 0, 0, 0.5m), new(1, 0, 0.6m, 1)));
        Assert.Equal(["perturbation-negative at count 1"], Faults(new(1, -2, 0, 0.5m), new(1, 2, 0.5m, 1)));
        Assert.Equal(["perturbation-zero at count 0"], Faults(new(0, 1, 0, 1), new(1, 0, 0, 1)));
        Assert.Equal(["perturbation-biased at count 2"], Faults(new(1, 0, 0, 1), new(2, 1, 0, 1)));
        Assert.Equal(["perturbation-missing-count at count 2"], Faults(new(1, 0, 0, 1), new(3, 0, 0, 1)));
        Assert.Equal(["perturbation-missing-count at count 1"], Faults());
        Assert.Throws<CodedException>(() => new PerturbationTable([new PerturbationRow(1, 0, 0, 0.9m)]));
    }

    [Fact]
    public void Zero_stays_zero_and_no_count_becomes_negative() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll<uint, ulong>((count, key) =>
            Some.Table.Perturb(0, key) == 0 && Some.Table.Perturb(count, key) is >= 0 and var perturbed && Math.Abs(perturbed - count) <= 1));

    [Fact]
    public void Ends_of_intervals_belong_to_the_interval_below()
    {
        Assert.Equal(-1, Some.Table.Noise(1, 0.5m));
        Assert.Equal(1, Some.Table.Noise(1, 0.5000001m));
        Assert.Equal(1, Some.Table.Noise(1, 1));
        Assert.Equal(1, Some.Table.Noise(1, 0));
    }

    private static IEnumerable<string> Faults(params PerturbationRow[] rows) =>
        PerturbationTable.Check(rows, allowBias: false).Select(finding => $"{finding.Code.Id} at {finding.Place}");

    private static bool IsIn(string value, string label) => label == "Total" || label == value;

    private static PerturbationRow[] TenFiveRows() =>
        [.. ReferenceRows.Read("ons-cell-key", "ptable_10_5_rule.csv").Select(row => new PerturbationRow(
            int.Parse(row[0], CultureInfo.InvariantCulture), Some.Number(row[2]), Some.Number(row[1]) / 256, (Some.Number(row[1]) + 1) / 256))];

    private static PerturbationTable TenFive() => new(TenFiveRows(), repeats: 250);
}
