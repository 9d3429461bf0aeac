using Publish.Policies;

namespace Publish.Cli.Commands;

/// <summary><c>publish schema</c>: prints the JSON Schema of policies.</summary>
internal sealed class SchemaCommand : ExampledCommand
{
    /// <summary>Creates the command.</summary>
    /// <param name="shell">What it works with.</param>
    public SchemaCommand(Shell shell)
        : base(
            "schema",
            "Print the JSON Schema of policies, with which editors complete and check them.",
            "publish schema > policy.schema.json") =>
        SetAction(_ =>
        {
            shell.Terminal.Output.Write(PolicySchema.Generate());
            return ExitCodes.Done;
        });
}
