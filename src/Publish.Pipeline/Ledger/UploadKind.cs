namespace Publish.Pipeline.Ledger;

/// <summary>What a name among the uploads is of.</summary>
public enum UploadKind
{
    /// <summary>One file that is an upload: <c>…/{edition}/{file}</c>.</summary>
    File,

    /// <summary>A part of a folder that is an upload: <c>…/{edition}/{folder}/{part}</c>.</summary>
    Part,

    /// <summary>What closes a folder and stands for it: <c>…/{edition}/{folder}/_SUCCESS</c>.</summary>
    Marker,
}
