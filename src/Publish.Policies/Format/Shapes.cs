namespace Publish.Policies.Format;

/// <summary>Shapes that several parts of the format share.</summary>
internal static class Shapes
{
    /// <summary>The most columns a policy may have.</summary>
    public const int MostColumns = 4096;

    /// <summary>The most texts that mean one thing, such as "no value".</summary>
    public const int MostTexts = 100;

    public static readonly TextShape Text = new("a text");

    public static readonly TextShape AnyText = new("a text, which may be empty") { MayBeEmpty = true };

    public static readonly TextShape Name = new("a name of 1 to 63 letters `a`–`z`, digits and hyphens, not beginning with a hyphen")
    {
        Form = Names.Form,
    };

    public static readonly TextShape Column = new("a column's name of 1 to 128 characters, without control characters")
    {
        Form = @"[^\u0000-\u001F\u007F]{1,128}",
    };

    public static readonly TextShape Email = new("an e-mail address")
    {
        Form = @"[^@\s]+@[^@\s]+",
    };

    public static readonly DateShape Date = new();

    public static readonly BooleanShape Boolean = new();

    public static readonly ListShape Texts = new(Text, "a list of texts");

    public static readonly ListShape MissingMarks = new(AnyText, "a list of texts, which may be empty", 0, MostTexts);

    public static readonly TextShape Bound = new("a number, a date such as `2026-01-31`, or a timestamp such as `2026-01-31T12:00:00`");

    public static readonly TextShape CsvFile = new("the name of a CSV file beside the policy, such as `districts.csv`, without a folder") { Form = @"[A-Za-z0-9][A-Za-z0-9_-]{0,62}(?:\.[A-Za-z0-9_-]{1,62}){0,3}\.csv" };

    public static NumberShape Whole(decimal least, decimal most) => new(true, least, most);
}
