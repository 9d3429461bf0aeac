namespace Publish.Disclosure.Tests.Documentation;

/// <summary>Works out the answer to one kind of example with the product's own code.</summary>
internal interface IExampleCalculation
{
    /// <summary>The word after <c>example</c> in a block's first line.</summary>
    string Kind { get; }

    /// <summary>Works it out.</summary>
    /// <returns>The table that must stand after <c>=></c>: the header, then the rows.</returns>
    IEnumerable<string[]> Answer(WorkedExample example);
}
