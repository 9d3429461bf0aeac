using FsCheck;
using FsCheck.Fluent;
using Publish.Disclosure.Hierarchies;
using static Publish.Disclosure.Tests.Hierarchies.Shown;

namespace Publish.Disclosure.Tests.Hierarchies;

public sealed class OrderedHierarchyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261001UL, 7UL);

    [Fact]
    public void A_key_without_a_hierarchy_is_as_collected_or_all()
    {
        var hierarchy = PlainHierarchy.Build(new OrderedValues("age", [-3, 20, 100], ValueFormat.WholeNumber, ""));
        Assert.Equal(["as-collected", "all"], hierarchy.NamesOf());
        Assert.Equal(["-3", "20", "100", ""], hierarchy.Levels[0].Labels);
        Assert.Equal(["all", "all", "all", "all"], hierarchy.LabelsOf(1));
    }

    [Fact]
    public void Steps_are_half_open_and_labelled_by_their_first_and_last_value()
    {
        var hierarchy = StepHierarchy.Build(Numbers(-6, -5, -1, 0, 4, 5, 19, 20, 109), [5, 10]);
        Assert.Equal(["as-collected", "steps-of-5", "steps-of-10", "all"], hierarchy.NamesOf());
        Assert.Equal(
            ["-10–-6", "-5–-1", "-5–-1", "0–4", "0–4", "5–9", "15–19", "20–24", "105–109"],
            hierarchy.LabelsOf(1));
        Assert.Equal(["-10–-1", "0–9", "10–19", "20–29", "100–109"], hierarchy.Levels[2].Labels);
    }

    [Fact]
    public void Steps_start_at_the_origin() =>
        Assert.Equal(["-2–7", "8–17", "8–17"], StepHierarchy.Build(Numbers(7, 8, 17), [10], 8).LabelsOf(1));

    [Fact]
    public void Decimals_are_labelled_to_their_last_digit() =>
        Assert.Equal(
            ["-0.50–-0.01", "0.00–0.49", "1.00–1.49"],
            StepHierarchy.Build(new OrderedValues("rate", [-1, 0, 120], ValueFormat.DecimalNumber(2)), [50]).Levels[1].Labels);

    [Fact]
    public void Steps_that_do_not_nest_are_refused_by_level()
    {
        var finding = Refused(() => StepHierarchy.Build(Numbers(1), [5, 12])).Single();
        Assert.Equal(HierarchyCodes.NotNested, finding.Code);
        Assert.Equal("key age, level 2", finding.Place);
        Assert.Equal(HierarchyCodes.NotNested, Refused(() => StepHierarchy.Build(Numbers(1), [5, 5])).Single().Code);
        Assert.Equal(HierarchyCodes.InvalidLevel, Refused(() => StepHierarchy.Build(Numbers(1), [0])).Single().Code);
    }

    [Fact]
    public void A_step_beyond_what_can_be_written_is_refused_and_not_wrapped()
    {
        Assert.Equal(HierarchyCodes.OutsideIntervals, Refused(() => StepHierarchy.Build(Numbers(long.MinValue), [10])).Single().Code);
        Assert.Equal(HierarchyCodes.OutsideIntervals, Refused(() => StepHierarchy.Build(Numbers(long.MaxValue), [10], -10)).Single().Code);
        Assert.Equal(HierarchyCodes.OutsideIntervals, Refused(() => StepHierarchy.Build(Days("9999-12-31"), [365])).Single().Code);
    }

    [Fact]
    public void Every_value_lies_in_its_step() =>
        Prop.ForAll(
            (from value in Gen.Choose(-1000, 1000)
             from width in Gen.Choose(2, 50)
             from origin in Gen.Choose(-100, 100)
             select (value, width, origin)).ToArbitrary(),
            given =>
            {
                var label = StepHierarchy.Build(Numbers(given.value), [given.width], given.origin).Levels[1].Labels.Single();
                var bounds = label.Split('–').Select(bound => int.Parse(bound, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
                return bounds[0] <= given.value && given.value <= bounds[1]
                    && bounds[1] - bounds[0] == given.width - 1
                    && (bounds[0] - given.origin) % given.width == 0;
            }).Check(Fixed);

    [Fact]
    public void Intervals_are_half_open_with_labels_of_their_own_or_derived()
    {
        var hierarchy = IntervalHierarchy.Build(
            Numbers(0, 15, 16, 17, 64, 65, 90),
            [
                new IntervalLevel("band", [0, 16, 17, 65], IsOpenAbove: true),
                new IntervalLevel("working age", [16, 65], true, true, ["child", "adult", "pensioner"]),
            ]);
        Assert.Equal(["0–15", "0–15", "16", "17–64", "17–64", "65 and over", "65 and over"], hierarchy.LabelsOf(1));
        Assert.Equal(["child", "child", "adult", "adult", "adult", "pensioner", "pensioner"], hierarchy.LabelsOf(2));
        Assert.Equal(["as-collected", "band", "working age", "all"], hierarchy.NamesOf());
    }

    [Fact]
    public void A_value_outside_all_intervals_is_counted_and_not_told()
    {
        var finding = Refused(() => IntervalHierarchy.Build(Numbers(17, 47, 53), [new IntervalLevel("band", [20, 50])])).Single();
        Assert.Equal(HierarchyCodes.OutsideIntervals, finding.Code);
        Assert.Equal("2 of 3 different values lie in none.", finding.Detail);
        Assert.DoesNotContain("17", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("53", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_that_do_not_nest_are_refused_even_where_no_value_shows_it()
    {
        IntervalLevel[] levels = [new("fine", [0, 10, 20]), new("coarse", [0, 15, 20])];
        Assert.Equal(HierarchyCodes.NotNested, Refused(() => IntervalHierarchy.Build(Numbers(1), levels)).Single().Code);
        IntervalLevel[] open = [new("fine", [10, 20], true), new("coarse", [0, 20])];
        Assert.Equal(HierarchyCodes.NotNested, Refused(() => IntervalHierarchy.Build(Numbers(1), open)).Single().Code);
    }

    [Theory]
    [InlineData(new long[] { 5 }, false, null)]
    [InlineData(new long[] { 5, 5 }, false, null)]
    [InlineData(new long[] { 9, 5 }, false, null)]
    [InlineData(new long[] { }, true, null)]
    [InlineData(new long[] { 1, 2, 3 }, false, new[] { "one" })]
    [InlineData(new long[] { 1, 2, 3 }, false, new[] { "same", "same" })]
    public void Intervals_that_are_none_are_refused(long[] bounds, bool isOpenBelow, string[]? labels) =>
        Assert.Equal(
            HierarchyCodes.InvalidLevel,
            Refused(() => IntervalHierarchy.Build(Numbers(1), [new IntervalLevel("band", bounds, isOpenBelow, false, labels)])).Single().Code);

    [Fact]
    public void Dates_are_joined_by_month_quarter_half_and_year()
    {
        var hierarchy = DateHierarchy.Build(
            Days("0999-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2026-09-30", "2026-10-01"),
            [DatePart.Month, DatePart.Quarter, DatePart.Half, DatePart.Year]);
        Assert.Equal(["as-collected", "month", "quarter", "half", "year", "all"], hierarchy.NamesOf());
        Assert.Equal(["0999-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2026-09-30", "2026-10-01"], hierarchy.Levels[0].Labels);
        Assert.Equal(["0999-01", "1969-12", "1970-01", "2024-02", "2026-09", "2026-10"], hierarchy.LabelsOf(1));
        Assert.Equal(["0999-Q1", "1969-Q4", "1970-Q1", "2024-Q1", "2026-Q3", "2026-Q4"], hierarchy.LabelsOf(2));
        Assert.Equal(["0999-H1", "1969-H2", "1970-H1", "2024-H1", "2026-H2", "2026-H2"], hierarchy.LabelsOf(3));
        Assert.Equal(["0999", "1969", "1970", "2024", "2026", "2026"], hierarchy.LabelsOf(4));
    }

    [Fact]
    public void Timestamps_have_days_below_zero_too()
    {
        var values = new OrderedValues("at", [-1, 0, 86_400_000_000], ValueFormat.Timestamp, "unknown");
        var hierarchy = DateHierarchy.Build(values, [DatePart.Day, DatePart.Year]);
        Assert.Equal(["1969-12-31T23:59:59.999999", "1970-01-01T00:00:00", "1970-01-02T00:00:00", "unknown"], hierarchy.Levels[0].Labels);
        Assert.Equal(["1969-12-31", "1970-01-01", "1970-01-02", "unknown"], hierarchy.LabelsOf(1));
        Assert.Equal(["1969", "1970", "1970", "unknown"], hierarchy.LabelsOf(2));
        Assert.Equal(["all", "all", "all", "all"], hierarchy.LabelsOf(3));
    }

    [Fact]
    public void Date_parts_grow_coarser_and_dates_are_days_already()
    {
        Assert.Equal(HierarchyCodes.NotNested, Refused(() => DateHierarchy.Build(Days("2026-10-01"), [DatePart.Year, DatePart.Month])).Single().Code);
        Assert.Equal(HierarchyCodes.NotNested, Refused(() => DateHierarchy.Build(Days("2026-10-01"), [DatePart.Day])).Single().Code);
        Assert.Throws<ArgumentException>(() => DateHierarchy.Build(Numbers(1), [DatePart.Year]));
    }

    [Fact]
    public void Values_out_of_order_are_our_own_error()
    {
        Assert.Throws<ArgumentException>(() => Numbers(2, 1));
        Assert.Throws<ArgumentException>(() => Numbers(1, 1));
        Assert.Throws<ArgumentException>(() => Texts("b", "a"));
    }

    [Fact]
    public void No_values_make_a_hierarchy_without_categories() =>
        Assert.All(StepHierarchy.Build(Numbers(), [5]).Levels, level => Assert.Empty(level.Labels));

    [Theory]
    [InlineData(0, 0, "0")]
    [InlineData(5, 2, "0.05")]
    [InlineData(-5, 2, "-0.05")]
    [InlineData(long.MinValue, 18, "-9.223372036854775808")]
    [InlineData(1230, 1, "123.0")]
    public void Decimals_are_written_in_full(long value, int scale, string text) =>
        Assert.Equal(text, ValueFormat.DecimalNumber(scale).Text(value));

    [Fact]
    public void The_first_and_last_day_can_be_written()
    {
        Assert.Equal("0001-01-01", ValueFormat.Date.Text(ValueFormat.Date.Smallest));
        Assert.Equal("9999-12-31", ValueFormat.Date.Text(ValueFormat.Date.Largest));
        Assert.Equal("0001-01-01T00:00:00", ValueFormat.Timestamp.Text(ValueFormat.Timestamp.Smallest));
        Assert.Equal("9999-12-31T23:59:59.999999", ValueFormat.Timestamp.Text(ValueFormat.Timestamp.Largest));
    }
}
