using Publish.Pipeline;
using Publish.Pipeline.Workspaces;
using Publish.Policies.Releases;
using Publish.Storage;

namespace Publish.Cli.Running;

/// <summary>
/// The local folder that stands for all storage: <c>private</c> (receipts, ledger, locks, temporary files) and one
/// folder an audience (<c>public</c>, <c>partners</c>, <c>agencies</c>).
/// </summary>
/// <param name="root">The folder; made when something is written.</param>
internal sealed class OpenDataFolder(string root)
{
    /// <summary>The folder as it was given.</summary>
    public string Root => root;

    /// <summary>The folder that nobody but its owner may read.</summary>
    public string PrivateFolder => Path.Combine(root, "private");

    /// <summary>Where runs keep temporary files, each in a folder of its own.</summary>
    public string TemporaryFolder => Path.Combine(PrivateFolder, "temporary");

    private string Locks => Path.Combine(PrivateFolder, "locks");

    /// <summary>Opens private storage.</summary>
    /// <returns>The place.</returns>
    public FolderPlace OpenPrivate()
    {
        PrivateFolders.Create(PrivateFolder);
        return new FolderPlace(PrivateFolder, Locks);
    }

    /// <summary>Removes what killed processes left half-written, in private storage and in what audiences read.</summary>
    /// <param name="cancellation">Stops the removal.</param>
    public void RemoveUnfinished(CancellationToken cancellation)
    {
        OpenPrivate();
        foreach (var folder in Audiences.Names.Select(FolderOf).Where(Directory.Exists).Prepend(PrivateFolder))
        {
            new FolderPlace(folder, Locks).RemoveUnfinished(cancellation);
        }
    }

    /// <summary>The folder of an audience.</summary>
    /// <param name="audience">The audience's name.</param>
    /// <returns>A path.</returns>
    public string FolderOf(string audience) => Path.Combine(root, audience);

    /// <summary>Opens the place of an audience.</summary>
    /// <param name="audience">The audience's name.</param>
    /// <returns>The place; of an audience that signs in, nobody but the owner may enter its folder.</returns>
    public IPublicPlace PlaceOf(string audience)
    {
        if (audience != Audiences.NameOf(Audience.Public))
        {
            PrivateFolders.Create(FolderOf(audience));
        }

        return new FolderPlace(FolderOf(audience), Locks);
    }
}
