using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Publish.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => Installation.Open(Environment.GetEnvironmentVariable));
await builder.Build().RunAsync().ConfigureAwait(false);
