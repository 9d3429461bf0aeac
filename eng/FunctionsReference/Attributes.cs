namespace Microsoft.Azure.Functions.Worker;

/// <summary>Names a function.</summary>
/// <param name="name">The name.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>Calls a function by a schedule.</summary>
/// <param name="schedule">Six fields, in UTC.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>Six fields, in UTC.</summary>
    public string Schedule { get; } = schedule;
}

/// <summary>What a timer's function is told.</summary>
public sealed class TimerInfo;

/// <summary>Tries a function again after a pause.</summary>
/// <param name="maxRetryCount">How often.</param>
/// <param name="delayInterval">The pause, as hh:mm:ss.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixedDelayRetryAttribute(int maxRetryCount, string delayInterval) : Attribute
{
    /// <summary>How often.</summary>
    public int MaxRetryCount { get; } = maxRetryCount;

    /// <summary>The pause.</summary>
    public string DelayInterval { get; } = delayInterval;
}

/// <summary>Calls a function for each new blob.</summary>
/// <param name="blobPath">The blobs' names, the container first.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>The blobs' names.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The settings that say where the account is.</summary>
    public string? Connection { get; set; }

    /// <summary>Who says that a blob is new.</summary>
    public BlobTriggerSource Source { get; set; }
}

/// <summary>Who says that a blob is new.</summary>
public enum BlobTriggerSource
{
    /// <summary>The trigger itself looks.</summary>
    LogsAndContainerScan,

    /// <summary>Event Grid tells.</summary>
    EventGrid,
}
