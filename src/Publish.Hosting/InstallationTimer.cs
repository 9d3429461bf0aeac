namespace Publish.Hosting;

/// <summary>A timer of an installation.</summary>
/// <param name="Name">What it is called, as the function of that name is.</param>
/// <param name="Schedule">When it fires; see <see cref="Pipeline.Operations.Schedules"/>.</param>
/// <param name="RunAsync">What it does. It says itself what came of it.</param>
public sealed record InstallationTimer(string Name, string Schedule, Func<CancellationToken, Task> RunAsync);
