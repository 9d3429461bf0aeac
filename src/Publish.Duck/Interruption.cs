using Publish.Duck.Native;

namespace Publish.Duck;

/// <summary>
/// Interrupts a connection from the moment a token is cancelled until disposed. It keeps on doing so, since DuckDB
/// forgets an interrupt that comes before the query has started.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly CancellationTokenRegistration _registration;
    private readonly bool _borrowed;
    private Timer? _timer;
    private bool _over;

    private Interruption(ConnectionHandle connection, CancellationToken cancellation)
    {
        _connection = connection;
        connection.DangerousAddRef(ref _borrowed);
        _registration = cancellation.UnsafeRegister(static self => ((Interruption)self!).Begin(), this);
    }

    /// <summary>Watches a token.</summary>
    /// <returns>What ends the watch, or <see langword="null"/> when the token can't be cancelled.</returns>
    public static Interruption? Watch(ConnectionHandle connection, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? new(connection, cancellation) : null;

    public void Dispose()
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            _over = true;
            _timer?.Dispose();
        }

        _registration.Dispose();
        if (_borrowed)
        {
            _connection.DangerousRelease();
        }
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (!_over)
            {
                _timer = new Timer(static self => ((Interruption)self!).Interrupt(), this, TimeSpan.Zero, Period);
            }
        }
    }

    // Under the gate, so that no interrupt can reach the connection's next query.
    private void Interrupt()
    {
        lock (_gate)
        {
            if (!_over)
            {
                NativeDatabase.Interrupt(_connection);
            }
        }
    }
}
