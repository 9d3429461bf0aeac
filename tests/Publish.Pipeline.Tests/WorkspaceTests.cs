using Publish.Pipeline.Tests.Fixtures;
using Publish.Pipeline.Workspaces;

namespace Publish.Pipeline.Tests;

/// <summary>Temporary files lie where nobody else can read them, or put others in their place.</summary>
public class WorkspaceTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public void A_folder_that_everyone_could_write_to_is_taken_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var desk = Some.Desk();
        var parent = Directory.CreateDirectory(Path.Combine(desk.Root, "shared")).FullName;
        File.SetUnixFileMode(parent, (UnixFileMode)0b111_111_111);

        using var workspace = Workspace.Below(parent);

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(parent));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.GetDirectoryName(workspace.Folder)!));
    }

    [Fact]
    public void A_link_in_the_place_of_the_folder_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var desk = Some.Desk();
        var elsewhere = Directory.CreateDirectory(Path.Combine(desk.Root, "elsewhere")).FullName;
        var link = Directory.CreateSymbolicLink(Path.Combine(desk.Root, "link"), elsewhere).FullName;

        Assert.Throws<UnauthorizedAccessException>(() => Workspace.Below(link));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }
}
