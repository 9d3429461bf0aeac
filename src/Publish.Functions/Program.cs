using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Publish.Functions;
using Publish.Pipeline.Operations;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => Installation.Open(Environment.GetEnvironmentVariable));
builder.Services.AddSingleton(services => new Catalogue(
    services.GetRequiredService<OperationContext>().PlaceOf, Environment.GetEnvironmentVariable));
await builder.Build().RunAsync().ConfigureAwait(false);
