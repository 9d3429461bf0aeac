namespace Publish.Duck.Tests;

public sealed class TemporarySpaceTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private string Spill => Path.Combine(_scratch.Temporary, "spill");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Rows_are_spilled_into_a_private_folder_and_wiped_at_the_end()
    {
        using (var database = _scratch.Open(memory: 64 << 20))
        using (var connection = database.Connect())
        {
            SpillRows(connection);
            Assert.NotEmpty(Directory.GetFiles(Spill));
            if (!OperatingSystem.IsWindows())
            {
                const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
                Assert.Equal(Private, File.GetUnixFileMode(_scratch.Temporary));
                Assert.Equal(Private, File.GetUnixFileMode(Spill));
            }
        }

        Assert.False(Path.Exists(Spill));
    }

    [Fact]
    public void What_a_killed_process_left_is_wiped_at_open()
    {
        // What kill -9 leaves: the very files of a run that spilled, taken while it was running.
        var left = Directory.CreateDirectory(Path.Combine(_scratch.Root, "left")).FullName;
        using (var database = _scratch.Open(memory: 64 << 20))
        using (var connection = database.Connect())
        {
            SpillRows(connection);
            foreach (var file in Directory.GetFiles(Spill))
            {
                File.Copy(file, Path.Combine(left, Path.GetFileName(file)));
            }
        }

        Assert.NotEmpty(Directory.GetFiles(left));
        Directory.Move(left, Spill);
        using (_scratch.Open())
        {
            Assert.Empty(Directory.GetFileSystemEntries(Spill));
        }
    }

    [Fact]
    public void Only_the_spill_folder_is_ever_deleted()
    {
        var file = Path.Combine(Directory.CreateDirectory(_scratch.Temporary).FullName, "somebody's.txt");
        File.WriteAllText(file, "kept");
        var target = Directory.CreateDirectory(Path.Combine(_scratch.Root, "target")).FullName;
        File.WriteAllText(Path.Combine(target, "kept.txt"), "kept");
        Directory.CreateSymbolicLink(Spill, target);
        using (_scratch.Open())
        {
            Assert.Null(new DirectoryInfo(Spill).LinkTarget);
        }

        Assert.True(File.Exists(file));
        Assert.True(File.Exists(Path.Combine(target, "kept.txt")));
    }

    [Fact]
    public void Two_databases_do_not_share_a_folder()
    {
        using (_scratch.Open())
        {
            Assert.Same(DuckCodes.TemporaryFolderInUse, Assert.Throws<DuckException>(() => _scratch.Open()).Code);
        }

        _scratch.Open().Dispose();
    }

    [Fact]
    public void A_folder_that_is_a_link_or_a_file_is_refused()
    {
        Directory.CreateSymbolicLink(_scratch.Temporary, _scratch.Outside);
        Assert.Same(DuckCodes.TemporaryFolderUnusable, Assert.Throws<DuckException>(() => _scratch.Open()).Code);
        var file = Path.Combine(_scratch.Root, "file");
        File.WriteAllText(file, "");
        Assert.Same(DuckCodes.TemporaryFolderUnusable, Assert.Throws<DuckException>(() => _scratch.Open(at: file)).Code);
    }

    private static void SpillRows(DuckConnection connection) =>
        connection.Execute("CREATE TABLE t AS SELECT i, hash(i) AS h FROM range(8000000) r(i)");
}
