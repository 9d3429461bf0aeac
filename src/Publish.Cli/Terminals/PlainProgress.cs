using System.Globalization;
using Publish.Pipeline;

namespace Publish.Cli.Terminals;

/// <summary>Progress as lines: one at the end of a stage; on the way there at most one every 10 % and every second.</summary>
/// <param name="writer">Takes the lines.</param>
/// <param name="time">The clock.</param>
internal sealed class PlainProgress(TextWriter writer, TimeProvider time) : IProgressView, IRunObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock _turn = new();
    private long _began;
    private long _written;
    private int _tenths;

    /// <inheritdoc />
    public Task<T> ShowAsync<T>(Func<IRunObserver, Task<T>> work) => work(this);

    /// <inheritdoc />
    public void Begin(Stage stage)
    {
        lock (_turn)
        {
            _began = time.GetTimestamp();
            _written = _began;
            _tenths = 0;
        }
    }

    /// <inheritdoc />
    public void Advance(Stage stage, double share)
    {
        lock (_turn)
        {
            var tenths = (int)(Math.Clamp(share, 0, 1) * 10);
            if (tenths > _tenths && tenths < 10 && time.GetElapsedTime(_written) >= Pause)
            {
                _written = time.GetTimestamp();
                _tenths = tenths;
                Write($"  {StageNames.Of(stage)}: {tenths * 10} %");
            }
        }
    }

    /// <inheritdoc />
    public void End(Stage stage, StageResult result)
    {
        lock (_turn)
        {
            var seconds = time.GetElapsedTime(_began).TotalSeconds;
            Write($"  {StageNames.Of(stage)}: done in {seconds:0.0} s{(result.Summary.Length > 0 ? "; " : "")}{result.Summary}");
        }
    }

    private void Write(FormattableString line) =>
        writer.WriteLine(Printable.Of(line.ToString(CultureInfo.InvariantCulture)));
}
