namespace Publish.Pipeline.Parts;

/// <summary>Turns the share of a part that is read into the share of all parts.</summary>
internal sealed class PartProgress(IProgress<double> progress, int part, int parts) : IProgress<double>
{
    /// <inheritdoc />
    public void Report(double value) => progress.Report((part + value) / parts);
}
