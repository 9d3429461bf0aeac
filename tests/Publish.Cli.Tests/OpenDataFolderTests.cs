using Publish.Cli.Running;

namespace Publish.Cli.Tests;

/// <summary>On a machine with several users, what is private or for those who sign in is closed to the others.</summary>
public class OpenDataFolderTests
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Theory]
    [InlineData("public", true)]
    [InlineData("partners", false)]
    [InlineData("agencies", false)]
    [InlineData("private", false)]
    public void Only_what_is_public_is_open_to_other_users(string name, bool isOpen)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var scratch = new Scratch();
        var folder = new OpenDataFolder(Path.Combine(scratch.Folder, "open-data"));
        if (name == "private")
        {
            folder.OpenPrivate();
        }
        else
        {
            folder.PlaceOf(name);
        }

        Assert.Equal(isOpen, (File.GetUnixFileMode(Path.Combine(folder.Root, name)) & Others) != 0);
    }
}
