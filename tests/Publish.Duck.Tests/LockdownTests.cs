using System.Text;

namespace Publish.Duck.Tests;

public sealed class LockdownTests : DuckTest
{
    public LockdownTests()
    {
        File.WriteAllText(Path.Combine(Scratch.Outside, "secret.csv"), "a\n1\n");
        File.WriteAllText(Scratch.File("open.csv"), "a\n1\n");
    }

    [Fact]
    public void Files_in_the_allowed_folder_are_read_and_written()
    {
        Assert.Equal([1L], Column<long>($"SELECT a FROM read_csv({DuckSql.Literal(Scratch.File("open.csv"))})"));
        Connection.Execute($"COPY (SELECT 1 AS a) TO {DuckSql.Literal(Scratch.File("out.csv"))}");
        Assert.True(File.Exists(Scratch.File("out.csv")));
    }

    [Theory]
    [InlineData("SELECT * FROM read_csv('{outside}/secret.csv')")]
    [InlineData("SELECT * FROM '{outside}/secret.csv'")]
    [InlineData("SELECT * FROM read_csv('{files}/../files-outside/secret.csv')")]
    [InlineData("SELECT * FROM read_csv('{files}/link/secret.csv')")]
    [InlineData("SELECT * FROM read_csv('{files}/link.csv')")]
    [InlineData("SELECT * FROM read_csv('secret.csv')")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM read_blob('{outside}/*')")]
    [InlineData("SELECT * FROM glob('{outside}/*')")]
    [InlineData("SELECT * FROM read_parquet('http://127.0.0.1:9/x.parquet')")]
    [InlineData("SELECT * FROM read_csv('https://127.0.0.1:9/x.csv')")]
    [InlineData("SELECT * FROM read_csv('s3://bucket/x.csv')")]
    [InlineData("ATTACH '{outside}/x.duckdb' AS x")]
    [InlineData("COPY (SELECT 1) TO '{outside}/x.csv'")]
    [InlineData("COPY (SELECT 1) TO '{files}/../files-outside/x.parquet' (FORMAT parquet)")]
    [InlineData("COPY (SELECT 1) TO '{files}/link/x.csv'")]
    [InlineData("EXPORT DATABASE '{outside}/dump'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD '{outside}/x.duckdb_extension'")]
    [InlineData("CREATE PERSISTENT SECRET s (TYPE s3, KEY_ID 'a', SECRET 'b')")]
    [InlineData("SET threads = 64")]
    [InlineData("SET memory_limit = '64GB'")]
    [InlineData("SET temp_directory = '{outside}'")]
    [InlineData("SET allowed_directories = ['/']")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("RESET lock_configuration")]
    [InlineData("PRAGMA profiling_output = '{outside}/x'")]
    [InlineData("SET SESSION TimeZone = 'Europe/London'")]
    public void Everything_else_is_refused(string sql)
    {
        Directory.CreateSymbolicLink(Scratch.File("link"), Scratch.Outside);
        File.CreateSymbolicLink(Scratch.File("link.csv"), Path.Combine(Scratch.Outside, "secret.csv"));
        var before = Directory.GetFileSystemEntries(Scratch.Outside);
        Assert.Throws<DuckException>(() => Connection.Execute(sql
            .Replace("{files}", Scratch.Files, StringComparison.Ordinal)
            .Replace("{outside}", Scratch.Outside, StringComparison.Ordinal)));
        Assert.Equal(before, Directory.GetFileSystemEntries(Scratch.Outside));
    }

    [Fact]
    public void A_refused_file_is_a_refused_access()
    {
        var fault = Assert.Throws<DuckException>(() => Connection.Execute("SELECT * FROM read_text('/etc/hostname')"));
        Assert.Equal(DuckErrorType.Permission, fault.Type);
        Assert.Same(DuckCodes.AccessRefused, fault.Code);
    }

    [Fact]
    public void A_new_connection_is_locked_as_well()
    {
        using var other = Database.Connect();
        Assert.Throws<DuckException>(() => other.Execute("SET threads = 64"));
        Assert.Throws<DuckException>(() => other.Execute("SELECT * FROM read_text('/etc/hostname')"));
    }

    [Fact]
    public void Allowed_single_files_are_read_and_their_neighbours_are_not()
    {
        using var database = DuckDatabase.Open(Database.Options with
        {
            TemporaryFolder = Path.Combine(Scratch.Root, "other"),
            AllowedFolders = [],
            AllowedFiles = [Scratch.File("open.csv")],
        });
        using var connection = database.Connect();
        File.WriteAllText(Scratch.File("neighbour.csv"), "a\n1\n");
        connection.Execute($"SELECT * FROM read_csv({DuckSql.Literal(Scratch.File("open.csv"))})");
        Assert.Throws<DuckException>(() => connection.Execute(
            $"SELECT * FROM read_csv({DuckSql.Literal(Scratch.File("neighbour.csv"))})"));
    }

    [Fact]
    public void The_settings_are_what_the_options_say()
    {
        Assert.Equal(["2"], Texts("SELECT current_setting('threads')::VARCHAR"));
        Assert.Equal(["256.0 MiB"], Texts("SELECT current_setting('memory_limit')"));
        Assert.Equal(["1.0 GiB"], Texts("SELECT current_setting('max_temp_directory_size')"));
        Assert.Equal(["UTC"], Texts("SELECT current_setting('TimeZone')"));
        Assert.Equal(["false"], Texts("SELECT current_setting('enable_external_access')::VARCHAR"));
        Assert.Equal(["false"], Texts("SELECT current_setting('autoload_known_extensions')::VARCHAR"));
        Assert.Equal(["false"], Texts("SELECT current_setting('autoinstall_known_extensions')::VARCHAR"));
        Assert.Equal(["false"], Texts("SELECT current_setting('allow_community_extensions')::VARCHAR"));
        Assert.Equal(["false"], Texts("SELECT current_setting('allow_persistent_secrets')::VARCHAR"));
        Assert.Equal(["true"], Texts("SELECT current_setting('lock_configuration')::VARCHAR"));
        Assert.Equal(["true"], Texts("SELECT current_setting('preserve_insertion_order')::VARCHAR"));
    }

    [Fact]
    public void Folders_with_quotes_and_other_letters_are_taken_as_they_are()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Scratch.Root, "it's a ż']; SET")).FullName;
        using var database = DuckDatabase.Open(Database.Options with
        {
            TemporaryFolder = Path.Combine(folder, "temporary"),
            AllowedFolders = [folder],
        });
        using var connection = database.Connect();
        var path = Path.Combine(folder, "x.csv");
        connection.Execute($"COPY (SELECT 'a') TO {DuckSql.Literal(path)} (HEADER false)");
        Assert.Equal("a\n", File.ReadAllText(path, Encoding.UTF8));
    }

    [Theory]
    [InlineData(0, 256 << 20, 0)]
    [InlineData(1, 1 << 20, 0)]
    [InlineData(1, 256 << 20, -1)]
    public void Options_out_of_bounds_are_refused(int threads, long memory, long temporary) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scratch.Open(threads, memory, temporary, at: Scratch.Root + "/t"));

    [Fact]
    public void Relative_paths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DuckDatabase.Open(Database.Options with { TemporaryFolder = "t" }));
        Assert.Throws<ArgumentException>(() => DuckDatabase.Open(Database.Options with { AllowedFolders = ["a"] }));
        Assert.Throws<ArgumentException>(() => DuckDatabase.Open(Database.Options with { AllowedFiles = ["../a"] }));
    }
}
