using System.IO.Hashing;
using System.Text;

namespace Publish.Pipeline;

/// <summary>Names of temporary files that tell nothing of what they are named after.</summary>
internal static class TemporaryName
{
    /// <summary>A name, the same for the same text.</summary>
    /// <param name="text">What it is named after.</param>
    /// <returns>Hexadecimal digits.</returns>
    public static string Of(string text) => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(text)));
}
