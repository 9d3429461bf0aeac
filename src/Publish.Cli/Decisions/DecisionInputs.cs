using System.CommandLine;
using Publish.Pipeline.Operations;

namespace Publish.Cli.Decisions;

/// <summary>Options that decisions share, each made anew: a symbol belongs to one command.</summary>
internal static class DecisionInputs
{
    /// <summary>Who decides.</summary>
    public static Option<string?> By()
    {
        var by = new Option<string?>("--by")
        {
            Description = "Who decides. [default: who is signed in, to Azure or to this machine]",
            HelpName = "NAME",
        };
        by.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && !Signature.IsName(name))
            {
                result.AddError("--by takes a name of at most 100 printable characters.");
            }
        });
        return by;
    }

    /// <summary>Why.</summary>
    /// <param name="reader">Who reads it.</param>
    public static Option<string> Reason(string reader) => new("--reason")
    {
        Description = $"Why, in at most 1,000 characters. {reader}",
        HelpName = "TEXT",
        Required = true,
    };
}
