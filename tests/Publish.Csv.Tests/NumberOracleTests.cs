using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Publish.Csv.Cells;

namespace Publish.Csv.Tests;

/// <summary>Numbers against regular expressions and arbitrary precision.</summary>
public sealed partial class NumberOracleTests
{
    private static Config Fixed { get; } = Config.QuickThrowOnFailure.WithMaxTest(30_000).WithReplay(new Replay(new Rnd(11, 13), null));

    [Fact]
    public void Integers_are_what_arbitrary_precision_says() =>
        Check.One(Fixed, Prop.ForAll(Arb.From(Texts), text =>
            Assert.Equal(IntegerForm().IsMatch(text) ? Fit(Scaled(text, 0)) : null, Parse(default(IntegerParser), text))));

    [Fact]
    public void Decimals_are_what_arbitrary_precision_says() =>
        Check.One(Fixed, Prop.ForAll(Arb.From(Texts), Arb.From(Gen.Choose(0, 18)), (text, scale) =>
            Assert.Equal(DecimalForm().IsMatch(text) ? Fit(Scaled(text, scale)) : null, Parse(new DecimalParser('.', scale), text))));

    private static Gen<string> Texts
    {
        get
        {
            var digits = Gen.Elements("0", "1", "9", "5", "12345678", "00000000", "99999999", "922337203685477580").ListOf().Resize(4).Select(string.Concat);
            var number = from sign in Gen.Elements("", "", "-")
                         from whole in digits
                         from mark in Gen.Elements("", "", ".")
                         from decimals in digits
                         select sign + whole + mark + decimals;
            var spoilt = from text in number
                         from at in Gen.Choose(0, 30)
                         from bad in Gen.Elements("/", ":", "-", ".", " ", "\u00b2", "e")
                         select text.Insert(int.Min(at, text.Length), bad);
            return Gen.Frequency((5, number), (2, spoilt)).Where(text => text.Length > 0);
        }
    }

    private static BigInteger? Scaled(string text, int scale)
    {
        var parts = text.TrimStart('-').Split('.');
        var decimals = parts.Length > 1 ? parts[1].TrimEnd('0') : "";
        if (decimals.Length > scale)
        {
            return null;
        }

        var magnitude = BigInteger.Parse(parts[0] + decimals.PadRight(scale, '0'), CultureInfo.InvariantCulture);
        return text[0] == '-' ? -magnitude : magnitude;
    }

    private static long? Fit(BigInteger? value) => value >= long.MinValue && value <= long.MaxValue ? (long)value : null;

    private static long? Parse<TParser>(TParser parser, string text)
        where TParser : struct, ICellParser
    {
        // What lies around a cell must make no difference.
        var cell = Some.Utf8(text);
        var buffer = new byte[cell.Length + CellGrid.Padding + 1];
        buffer.AsSpan().Fill((byte)'7');
        cell.CopyTo(buffer, 1);
        return parser.TryParse(buffer, 1, cell.Length, out var value) ? value : null;
    }

    [GeneratedRegex(@"\A(-?[1-9][0-9]*|0)\z")]
    private static partial Regex IntegerForm();

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex DecimalForm();
}
