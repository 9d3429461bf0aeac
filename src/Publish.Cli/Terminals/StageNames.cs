using Publish.Pipeline;

namespace Publish.Cli.Terminals;

/// <summary>The stages in words a person understands.</summary>
internal static class StageNames
{
    /// <summary>What happens in a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>A few words.</returns>
    public static string Of(Stage stage) => stage switch
    {
        Stage.Admission => "Asking the agreement",
        Stage.Validation => "Reading every row",
        Stage.Protection => "Hiding what could tell",
        Stage.Staging => "Writing the files",
        Stage.Audit => "Attacking the files",
        _ => "Publishing",
    };
}
