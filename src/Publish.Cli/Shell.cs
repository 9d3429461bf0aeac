using Publish.Cli.Running;
using Publish.Cli.Terminals;

namespace Publish.Cli;

/// <summary>What every command works with.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Publisher">What does the work.</param>
/// <param name="Time">The clock.</param>
/// <param name="Settings">The value of a setting (an environment variable), by its name.</param>
internal sealed record Shell(Terminal Terminal, IPublisher Publisher, TimeProvider Time, Func<string, string?> Settings);
