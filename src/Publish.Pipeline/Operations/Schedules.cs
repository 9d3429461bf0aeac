namespace Publish.Pipeline.Operations;

/// <summary>
/// When the timers fire, as six fields of second, minute, hour, day, month and weekday in UTC: the same expressions in
/// Azure and on the local host. Times in policies are of places, and converted by the code.
/// </summary>
public static class Schedules
{
    /// <summary>Every five minutes: what no event announced, and what died, waits no longer.</summary>
    public const string Sweep = "0 */5 * * * *";

    /// <summary>Every minute: a version due at 09:30 is there before 09:31.</summary>
    public const string Scheduled = "0 * * * * *";

    /// <summary>Every ten minutes, between sweeps: only what changed is written.</summary>
    public const string Catalogue = "30 3/10 * * * *";

    /// <summary>Once a night.</summary>
    public const string Retention = "0 30 2 * * *";
}
