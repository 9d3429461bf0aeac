namespace Publish.Pipeline.Grouping;

/// <summary>The values of one key that a worker, or a part of an upload, has met, by their codes.</summary>
internal interface IKeyValues
{
    /// <summary>The code of a missing value, or <see cref="KeyCoder.NoPlace"/> where none was met.</summary>
    int MissingCode { get; }

    /// <summary>The number of codes, the missing value's among them.</summary>
    int CodeCount { get; }

    /// <summary>A text that has a code; any of them stands for the code.</summary>
    /// <param name="code">A code that is not the missing value's.</param>
    /// <returns>The text of one value with that code.</returns>
    string TextOf(int code);

    /// <summary>A number that has a code; any of them stands for the code.</summary>
    /// <param name="code">A code that is not the missing value's.</param>
    /// <returns>One value with that code.</returns>
    long NumberOf(int code);
}
