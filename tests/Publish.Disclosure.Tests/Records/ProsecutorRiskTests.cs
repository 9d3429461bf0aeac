using Publish.Disclosure.Records;

namespace Publish.Disclosure.Tests.Records;

public sealed class ProsecutorRiskTests
{
    [Fact]
    public void Where_each_row_is_a_respondent_the_mean_is_classes_by_rows()
    {
        var risk = ProsecutorRisk.Of([1, 4, 5], [1, 4, 5], 0.2);
        Assert.Equal(1, risk.Highest);
        Assert.Equal(0.3, risk.Mean, 1e-15);
        Assert.Equal(0.5, risk.ShareAbove);
        Assert.Equal(1, risk.Uniques);
    }

    [Fact]
    public void Rows_of_nobody_carry_no_risk() =>
        Assert.Equal(new ProsecutorRisk(0.5, 0.5, 1, 0), ProsecutorRisk.Of([6, 3], [2, 0], 0.2));

    [Fact]
    public void No_rows_carry_no_risk() => Assert.Equal(new ProsecutorRisk(0, 0, 0, 0), ProsecutorRisk.Of([], [], 0.2));
}
