using Publish.Disclosure.Hierarchies;
using static Publish.Disclosure.Tests.Hierarchies.Shown;

namespace Publish.Disclosure.Tests.Hierarchies;

public sealed class TextHierarchyTests
{
    [Fact]
    public void Prefixes_keep_the_first_characters()
    {
        var hierarchy = PrefixHierarchy.Build(new TextValues("soc", ["2", "2136", "2137", "31", "4"], "?"), [3, 1]);
        Assert.Equal(["as-collected", "prefix-3", "prefix-1", "all"], hierarchy.NamesOf());
        Assert.Equal(["2", "213", "213", "31", "4", "?"], hierarchy.LabelsOf(1));
        Assert.Equal(["2", "2", "2", "3", "4", "?"], hierarchy.LabelsOf(2));
        Assert.Equal(["2", "213", "31", "4", "?"], hierarchy.Levels[1].Labels);
    }

    [Fact]
    public void A_prefix_never_cuts_a_character_in_half() =>
        Assert.Equal(["😀a"], PrefixHierarchy.Build(Texts("😀ab"), [2]).Levels[1].Labels);

    [Fact]
    public void Prefix_lengths_fall()
    {
        Assert.Equal(HierarchyCodes.NotNested, Refused(() => PrefixHierarchy.Build(Texts("a"), [1, 2])).Single().Code);
        Assert.Equal(HierarchyCodes.InvalidLevel, Refused(() => PrefixHierarchy.Build(Texts("a"), [1, 0])).Single().Code);
    }

    [Fact]
    public void A_missing_mark_that_a_category_has_as_label_is_refused()
    {
        var finding = Refused(() => PrefixHierarchy.Build(new TextValues("code", ["NAB"], "NA"), [2])).Single();
        Assert.Equal(HierarchyCodes.LabelClash, finding.Code);
        Assert.Equal("key code, level prefix-2", finding.Place);
    }

    [Fact]
    public void A_table_gives_levels_in_label_order_and_its_own_top()
    {
        string[][] rows = [["b", "Y", "*"], ["c", "X", "*"], ["a", "Y", "*"], ["unused", "Z", "*"]];
        var hierarchy = TableHierarchy.Build(new TextValues("code", ["a", "b", "c"], "-"), rows, ["group", "any"], endsInAll: true);
        Assert.Equal(["as-collected", "group", "any"], hierarchy.NamesOf());
        Assert.Equal(["X", "Y", "-"], hierarchy.Levels[1].Labels);
        Assert.Equal(["Y", "Y", "X", "-"], hierarchy.LabelsOf(1));
        Assert.Equal(["*"], hierarchy.Levels[2].Labels);
    }

    [Fact]
    public void A_table_of_numbers_keeps_their_order_and_gains_a_top()
    {
        string[][] rows = [["5", "5-9"], ["10", "10-14"], ["0", "0-4"]];
        var hierarchy = TableHierarchy.Build(Numbers(0, 5, 10), rows, ["band"]);
        Assert.Equal(["0-4", "5-9", "10-14"], hierarchy.Levels[1].Labels);
        Assert.Equal(["as-collected", "band", "all"], hierarchy.NamesOf());
    }

    [Fact]
    public void The_levels_of_a_table_do_not_depend_on_the_values_of_one_file()
    {
        string[][] rows = [["a", "X"], ["b", "Y"]];
        Assert.Equal(["as-collected", "group", "all"], TableHierarchy.Build(Texts("a"), rows, ["group"]).NamesOf());
        Assert.Equal(["as-collected", "group", "all"], TableHierarchy.Build(Texts("a", "b"), rows, ["group"]).NamesOf());
    }

    [Fact]
    public void A_table_that_does_not_nest_is_refused_by_row()
    {
        string[][] rows = [["a", "X", "1"], ["b", "Y", "1"], ["c", "X", "2"]];
        var finding = Refused(() => TableHierarchy.Build(Texts("a"), rows, ["group", "part"])).Single();
        Assert.Equal(HierarchyCodes.NotNested, finding.Code);
        Assert.Equal("key code, row 3 of its table of levels, level part", finding.Place);
        Assert.Equal("Row 1 puts the same category under another one.", finding.Detail);
    }

    [Fact]
    public void A_code_listed_twice_is_refused_by_row()
    {
        var finding = Refused(() => TableHierarchy.Build(Texts("a"), [["a", "X"], ["b", "Y"], ["a", "X"]], ["group"])).Single();
        Assert.Equal(HierarchyCodes.DuplicateCode, finding.Code);
        Assert.Equal("key code, row 3 of its table of levels", finding.Place);
    }

    [Fact]
    public void Rows_of_another_length_are_refused_each()
    {
        var findings = Refused(() => TableHierarchy.Build(Texts("a"), [["a"], ["b", "Y"], ["c", "Z", "Z"]], ["group"]));
        Assert.All(findings, finding => Assert.Equal(HierarchyCodes.TableShape, finding.Code));
        Assert.Equal(2, findings.Length);
        Assert.Equal(HierarchyCodes.TableShape, Refused(() => TableHierarchy.Build(Texts("a"), [], ["group"])).Single().Code);
    }

    [Fact]
    public void No_more_than_the_first_twenty_faults_are_listed() =>
        Assert.Equal(20, Refused(() => TableHierarchy.Build(Texts("a"), [.. Enumerable.Repeat(new[] { "a" }, 50)], ["group"])).Length);

    [Fact]
    public void Values_without_a_row_are_counted_and_not_told()
    {
        var finding = Refused(() => TableHierarchy.Build(Texts("a", "secret"), [["a", "X"]], ["group"])).Single();
        Assert.Equal(HierarchyCodes.MissingCode, finding.Code);
        Assert.Equal("1 of 2 different values have no row.", finding.Detail);
        Assert.DoesNotContain("secret", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Postcodes_are_parsed_and_not_cut()
    {
        var hierarchy = PostcodeHierarchy.Build(new TextValues("home", ["S1 2AB", "SE1 2AB", "SE12AB", "SW1A 1AA", "SW1A 2AA"], "none"));
        Assert.Equal(["as-collected", "unit", "sector", "district", "area", "all"], hierarchy.NamesOf());
        Assert.Equal(["S1 2AB", "SE1 2AB", "SE1 2AB", "SW1A 1AA", "SW1A 2AA", "none"], hierarchy.LabelsOf(1));
        Assert.Equal(["S1 2", "SE1 2", "SE1 2", "SW1A 1", "SW1A 2", "none"], hierarchy.LabelsOf(2));
        Assert.Equal(["S1", "SE1", "SE1", "SW1A", "SW1A", "none"], hierarchy.LabelsOf(3));
        Assert.Equal(["S", "SE", "SE", "SW", "SW", "none"], hierarchy.LabelsOf(4));
    }

    [Fact]
    public void Values_that_are_not_postcodes_are_counted_and_not_told()
    {
        var finding = Refused(() => PostcodeHierarchy.Build(Texts("SE1 2AB", "secret"))).Single();
        Assert.Equal(HierarchyCodes.NotAPostcode, finding.Code);
        Assert.Equal("1 of 2 different values are not.", finding.Detail);
    }

    [Theory]
    [InlineData("M1 1AE", "M")]
    [InlineData("B33 8TH", "B")]
    [InlineData("CR2 6XH", "CR")]
    [InlineData("DN55 1PT", "DN")]
    [InlineData("W1A 1HQ", "W")]
    [InlineData("EC1A 1BB", "EC")]
    [InlineData("GIR 0AA", "GIR")]
    [InlineData("BT11AA", "BT")]
    public void Each_form_of_postcode_is_known(string text, string area) => Assert.Equal(area, Postcode.Parse(text)?.Area);

    [Theory]
    [InlineData("")]
    [InlineData("SW1A")]
    [InlineData("sw1a 1aa")]
    [InlineData("SW1A  1AA")]
    [InlineData(" SW1A 1AA")]
    [InlineData("SW1A 1AA\n")]
    [InlineData("QW1A 1AA")]
    [InlineData("SW1A 1CA")]
    [InlineData("SJ1 1AA")]
    [InlineData("M1I 1AA")]
    [InlineData("EC1C 1AA")]
    [InlineData("SW100 1AA")]
    [InlineData("SW١ 1AA")]
    [InlineData("1SW 1AA")]
    public void What_is_not_a_postcode_is_not_taken_for_one(string text) => Assert.Null(Postcode.Parse(text));
}
