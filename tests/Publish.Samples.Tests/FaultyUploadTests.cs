using System.Globalization;
using System.Text;

namespace Publish.Samples.Tests;

public sealed class FaultyUploadTests
{
    private static readonly string[] Header =
        ["collision_ref", "accident_date", "district", "age", "sex", "severity", "road_user"];

    [Fact]
    public void It_is_a_later_edition_of_another_name()
    {
        var sample = Samples.RoadCasualties;

        Assert.True(string.CompareOrdinal(sample.Edition, sample.FaultyUpload!.Edition) < 0);
        Assert.NotEqual(sample.UploadFileName, sample.FaultyUpload.UploadFileName);
    }

    [Fact]
    public void It_has_exactly_the_faults_it_declares()
    {
        var upload = Samples.RoadCasualties.FaultyUpload!;
        var lines = Encoding.UTF8.GetString(Bytes.Of(upload)).TrimEnd('\n').Split('\n');

        var found = lines
            .Select((line, index) => (Row: index + 1, Cells: line.Split(',')))
            .Skip(1)
            .SelectMany(record => FaultsOf(record.Row, record.Cells));

        Assert.Equal(string.Join(',', Header), lines[0]);
        Assert.Equal(40_001, lines.Length);
        Assert.Equal(upload.Faults.Select(fault => (fault.Row, fault.Column, fault.Code)), found);
    }

    // The policy's rules for a row, written out again.
    private static IEnumerable<(int Row, string Column, string Code)> FaultsOf(int row, string[] cells)
    {
        for (var column = 0; column < Header.Length; column++)
        {
            var code = column >= cells.Length ? "missing-cell"
                : cells[column].Length == 0 ? "constraint-required"
                : IsRight(Header[column], cells[column]) ? null
                : Header[column] is "age" or "accident_date" ? "type-error"
                : "constraint-values";
            if (code is not null)
            {
                yield return (row, Header[column], code);
            }
        }
    }

    private static bool IsRight(string column, string cell) => column switch
    {
        "accident_date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", out var day) && day >= new DateOnly(2020, 1, 1),
        "age" => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= 120,
        "sex" => cell is "female" or "male",
        "severity" => cell is "fatal" or "serious" or "slight",
        "road_user" => cell is "car occupant" or "cyclist" or "motorcyclist" or "pedestrian" or "other",
        _ => true,
    };
}
