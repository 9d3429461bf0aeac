using FsCheck;
using FsCheck.Fluent;

namespace Publish.Csv.Tests;

public sealed class OracleTests
{
    private static Config Fixed { get; } = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(new Replay(new Rnd(20261124, 7), null));

    [Fact]
    public void Any_text_of_delimiters_quotes_and_line_ends_is_read_as_the_naive_reader_reads_it() =>
        Check.One(Fixed, Prop.ForAll(Arb.From(Soup), Arb.From(Settings), (text, settings) => { Agrees(text, settings); }));

    [Fact]
    public void Files_with_few_faults_are_read_as_the_naive_reader_reads_them() =>
        Check.One(Fixed, Prop.ForAll(Arb.From(Rows(bad: 1)), Arb.From(Settings), (text, settings) => { Agrees(text, settings); }));

    [Fact]
    public void Sound_files_give_exactly_the_cells_the_naive_reader_sees() =>
        Check.One(Fixed, Prop.ForAll(Arb.From(Rows(bad: 0)), Arb.From(Settings), (text, settings) =>
        {
            var (report, _) = Agrees(text, settings with { Longest = 1 << 20 });
            Assert.DoesNotContain(report.Faults, group => group.Code != CsvCodes.BlankRow);
        }));

    private static Gen<string> Soup =>
        Gen.Elements("a", "\"", "\"\"", ",", "\n", "\r\n", "\r", ";", "bb\n", "x,y\n", ",\"", "\",", "long text without end ")
            .ListOf().Resize(120).Select(string.Concat).Select(body => "x,y\n" + body);

    private static Gen<string> Rows(int bad)
    {
        var text = Gen.Elements("a", "b,", "\"\"", "\n", "\r\n", "\r", " ", "zz").ListOf(3).Select(string.Concat);
        var quoted = text.Select(inner => $"\"{inner}\"");
        var plain = Gen.Elements("", "a", "bc", "-", " - ");
        var cell = Gen.Frequency((6, plain), (5, quoted), (bad, Gen.Constant("\"open")), (bad, Gen.Constant("st\"ray")));
        var end = Gen.Frequency((6, Gen.Constant("\n")), (6, Gen.Constant("\r\n")), (bad, Gen.Constant("\r")));
        var row = from first in cell
                  from second in cell
                  from stop in end
                  select $"{first},{second}{stop}";
        var body = row.ListOf().Resize(30).Select(string.Concat);
        return from header in Gen.Elements("x,y\n", "y,x\r\n", "\"y\",\"x\"\n")
               from rows in body
               from last in Gen.Elements("", "a,b", "\"\",\"\"")
               select header + rows + last;
    }

    private static Gen<(int Threads, int Block, int Longest)> Settings =>
        from threads in Gen.Choose(1, 4)
        from block in Gen.Elements(1, 3, 16, 63, 64, 65, 100, 1000, 1 << 16)
        from longest in Gen.Elements(64, 65, 100, 128, 1 << 20)
        select (threads, block, longest);

    private static (ReadReport Report, CollectedRows Rows) Agrees(string text, (int Threads, int Block, int Longest) settings)
    {
        var naive = new NaiveReader(text, ',', settings.Longest).ReadAll();
        var format = Some.Format with { MaximumRecordBytes = settings.Longest, MissingMarks = ["no mark"] };
        var options = Some.Options(settings.Threads, settings.Block, int.MaxValue);
        var (report, rows) = Some.Read(Some.Utf8(text), format, options, Some.Text("x"), Some.Text("y"));

        Assert.Equal(naive.Rows - 1, report.Rows);
        Assert.Equal(Expected(naive), Some.Places(report).Order(StringComparer.Ordinal));
        if (report.IsClean)
        {
            Assert.Equal(Cells(naive), rows.All.Select(row => $"{row.Number} {row.Line} {row.Cells[0]}|{row.Cells[1]}"));
        }

        return (report, rows);
    }

    private static IEnumerable<string> Expected(NaiveReader naive)
    {
        var structure = naive.Faults.Select(fault => $"{fault.Code} {fault.Row}:{fault.Line}:{fault.Column}");
        var rows = naive.Records.Skip(1).Where(record => record.Blank || record.Cells.Count != 2).Select(record =>
            record.Blank ? $"blank-row {record.Row}:{record.Line}:0"
            : record.Cells.Count > 2 ? $"extra-cell {record.Row}:{record.Line}:3"
            : $"missing-cell {record.Row}:{record.Line}:2");
        return structure.Concat(rows).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Cells(NaiveReader naive)
    {
        var header = naive.Records[0].Cells;
        var (x, y) = (header.IndexOf("x"), header.IndexOf("y"));
        return naive.Records.Skip(1).Select(record => $"{record.Row} {record.Line} {record.Cells[x]}|{record.Cells[y]}");
    }
}
