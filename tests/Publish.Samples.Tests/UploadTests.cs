namespace Publish.Samples.Tests;

public sealed class UploadTests
{
    [Fact]
    public void Road_casualties_are_forty_thousand_people_in_plain_csv()
    {
        var rows = Bytes.Rows(Samples.RoadCasualties);

        Assert.Equal(40_000, rows.Count);
        Assert.All(rows, row => Assert.Equal(7, row.Length));
        Assert.Equal(12, rows.Select(row => row[2]).Distinct().Count());
        Assert.All(rows, row => Assert.InRange(DateOnly.ParseExact(row[1], "yyyy-MM-dd"), new(2026, 4, 1), new(2026, 6, 30)));
    }

    [Fact]
    public void Some_cells_of_road_casualties_are_small_and_most_are_not()
    {
        var counts = Bytes.Rows(Samples.RoadCasualties)
            .CountBy(row => (Month: row[1][..7], District: row[2], Band: BandOf(int.Parse(row[3])), Sex: row[4], Slight: row[5] == "slight"))
            .Select(cell => cell.Value)
            .ToList();

        Assert.InRange(counts.Count(count => count < 5), 24, 120);
        Assert.True(counts.Count(count => count >= 5) > 500);
    }

    [Fact]
    public void Hospital_stays_are_as_a_spreadsheet_saves_them()
    {
        var bytes = Bytes.Of(Samples.HospitalStays);
        var text = Bytes.Text(Samples.HospitalStays);

        // 0x92 is the typographic apostrophe in Windows-1252, and a control code in Latin-1.
        Assert.Contains((byte)0x92, bytes);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Equal(text.Count(character => character == '\n'), text.Split("\r\n").Length - 1);
        Assert.Contains(";\"The \"\"Old Mill\"\" Day Hospital\";", text, StringComparison.Ordinal);
        Assert.All(Bytes.Rows(Samples.HospitalStays), row => Assert.Matches(@"\A[0-9]+,[0-9]{2}\z", row[^1]));
        Assert.All(Bytes.Rows(Samples.HospitalStays), row => DateOnly.ParseExact(row[2], "dd/MM/yyyy"));
    }

    [Fact]
    public void Patients_come_again_and_to_other_hospitals()
    {
        var byPatient = Bytes.Rows(Samples.HospitalStays).GroupBy(row => row[0]).ToList();

        Assert.Equal(9_000, byPatient.Count);
        Assert.InRange(byPatient.Sum(stays => stays.Count()), 17_000, 19_000);
        Assert.True(byPatient.Count(stays => stays.Select(row => row[1]).Distinct().Count() > 1) > 1_000);
    }

    [Fact]
    public void Apprenticeships_are_a_row_a_learner_in_gzip()
    {
        var rows = Bytes.Rows(Samples.Apprenticeships);

        Assert.Equal(30_000, rows.Count);
        Assert.Equal(30_000, rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal(["completed", "continuing", "paused", "withdrawn"], rows.Select(row => row[^1]).Distinct().Order());
    }

    private static int BandOf(int age) => new[] { 65, 40, 25, 16, 0 }.First(bound => bound <= age);
}
