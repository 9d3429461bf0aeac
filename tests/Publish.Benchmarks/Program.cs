using System.CommandLine;
using Publish.Benchmarks.Grouping;
using Publish.Benchmarks.Measuring;
using Publish.Benchmarks.Portal;

return new RootCommand("Benchmarks of Publish. Start with: grouping --rows 200000 --runs 1")
{
    GroupingCommand.Create(),
    MeasureCommand.Create(),
    UnprotectedCommand.Create(),
    PortalCommand.Create(),
}.Parse(args).Invoke();
