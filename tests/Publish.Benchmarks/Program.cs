using System.CommandLine;
using Publish.Benchmarks.Grouping;
using Publish.Benchmarks.Measuring;

return new RootCommand("Benchmarks of Publish. Start with: grouping --rows 200000 --runs 1")
{
    GroupingCommand.Create(),
    MeasureCommand.Create(),
    UnprotectedCommand.Create(),
}.Parse(args).Invoke();
