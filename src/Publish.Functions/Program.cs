using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Publish.Functions;
using Publish.Hosting;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Telemetry;
using Publish.Telemetry;

var builder = FunctionsApplication.CreateBuilder(args);
using var export = new TelemetryExport(Environment.GetEnvironmentVariable, Instruments.Name, "publish-functions");
export.AddTo(builder.Logging);
builder.Services.AddSingleton(services => Installation.Open(
    Environment.GetEnvironmentVariable, services.GetRequiredService<ILoggerFactory>().CreateLogger(Instruments.Name)));
builder.Services.AddSingleton(services => new Catalogue(
    services.GetRequiredService<OperationContext>(), Environment.GetEnvironmentVariable));
await builder.Build().RunAsync().ConfigureAwait(false);
