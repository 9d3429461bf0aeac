namespace Publish.Cli.Terminals;

/// <summary>What a line is, for a terminal that shows colours.</summary>
internal enum Ink
{
    /// <summary>Text.</summary>
    Plain,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Bad news.</summary>
    Bad,

    /// <summary>Less important than the rest.</summary>
    Faint,
}
