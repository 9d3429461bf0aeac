using System.Runtime.InteropServices;
using Publish.Cli;
using Publish.Cli.Running;
using Publish.Cli.Terminals;

// The first signal asks the run to stop; a second one is the operating system's to answer, and ends the process.
using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

var shell = new Shell(
    Terminal.OfProcess(), new PipelinePublisher(TimeProvider.System), TimeProvider.System, Environment.GetEnvironmentVariable);
return await new CommandLine(shell).RunAsync(args, cancellation.Token).ConfigureAwait(false);

void Cancel(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
