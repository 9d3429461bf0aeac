using System.Text.Json;

namespace Publish.Storage.Folders;

/// <summary>
/// What is noted beside the blobs of a folder. It lies among the locks, since nothing but blobs may lie in a place, and
/// names the tag it belongs to, so that it says nothing of a file that someone else put there.
/// </summary>
internal static class FolderNotes
{
    /// <summary>What a note's name has after the lock's.</summary>
    public const string Ending = ".json";

    private const string Unfinished = ".new";
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Reads what is noted.</summary>
    /// <param name="path">The note's path.</param>
    /// <param name="tag">The blob's tag now.</param>
    /// <returns>The metadata; empty where there is none for this content.</returns>
    public static IReadOnlyDictionary<string, string> Read(string path, string tag)
    {
        try
        {
            var note = JsonSerializer.Deserialize<Note>(File.ReadAllBytes(path));
            return note?.Tag == tag ? new Dictionary<string, string>(note.Metadata, StringComparer.OrdinalIgnoreCase) : None;
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            return None;
        }
    }

    /// <summary>Notes metadata. The caller holds the turn at the blob.</summary>
    /// <param name="path">The note's path.</param>
    /// <param name="tag">The tag the blob is about to have.</param>
    /// <param name="metadata">What to note.</param>
    public static void Write(string path, string tag, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            File.Delete(path);
            return;
        }

        var temporary = path + Unfinished;
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(new Note(tag, new(metadata))));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Removes notes that killed writers left half-written. What a living one is at is left to it.</summary>
    /// <param name="locks">The folder of locks.</param>
    /// <returns>How many were removed.</returns>
    public static int RemoveUnfinished(string locks)
    {
        var removed = 0;
        foreach (var left in Directory.GetFiles(locks, "*" + Ending + Unfinished))
        {
            using var turn = FolderLock.TryHold(left[..^(Ending.Length + Unfinished.Length)]);
            if (turn is not null)
            {
                File.Delete(left);
                removed++;
            }
        }

        return removed;
    }

    private sealed record Note(string Tag, Dictionary<string, string> Metadata);
}
