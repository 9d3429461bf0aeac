namespace Publish.Policies;

/// <summary>Reads policies.</summary>
public static class PolicyReader
{
    /// <summary>Reads and checks a policy. Nothing in the text makes it throw.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="fileName">The file's name, as it is shown to people.</param>
    public static PolicyReading Read(string yaml, string fileName) => throw new NotImplementedException();
}
