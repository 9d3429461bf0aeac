using System.CommandLine;
using Publish.Benchmarks.Grouping;
using Publish.Benchmarks.Hosting;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Parts;
using Publish.Benchmarks.Portal;
using Publish.Benchmarks.Rounding;
using Publish.Benchmarks.Suppression;

return new RootCommand("Benchmarks of Publish. Start with: grouping --rows 200000 --runs 1")
{
    GroupingCommand.Create(),
    SuppressionCommand.Create(),
    ProtectCommand.Create(),
    CheapestCommand.Create(),
    RoundingCommand.Create(),
    RoundCommand.Create(),
    MeasureCommand.Create(),
    UnprotectedCommand.Create(),
    PortalCommand.Create(),
    PartsCommand.Create(),
    PartsWorkerCommand.Create(),
    HostCommand.Create(),
}.Parse(args).Invoke();
