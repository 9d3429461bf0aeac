using System.Security.Cryptography;
using System.Text;

namespace Publish.Policies.Tests;

public sealed class DigestTests
{
    [Fact]
    public void The_digest_is_sha_256_over_lengths_names_and_contents()
    {
        byte[] expected = SHA256.HashData(
            [3, 0, 0, 0, 0, 0, 0, 0, (byte)'a', (byte)'b', (byte)'c', 1, 0, 0, 0, 0, 0, 0, 0, (byte)'f', 2, 0, 0, 0, 0, 0, 0, 0, 9, 8]);

        Assert.Equal(Convert.ToHexStringLower(expected), Digest("abc", ("f", [9, 8])));
    }

    [Fact]
    public void Every_byte_and_name_counts_and_order_does_not()
    {
        var digest = Digest("abc", ("f", [1, 2]), ("g", [3]));

        Assert.Equal(digest, Digest("abc", ("g", [3]), ("f", [1, 2])));
        Assert.NotEqual(digest, Digest("abd", ("f", [1, 2]), ("g", [3])));
        Assert.NotEqual(digest, Digest("abc", ("f", [1, 2, 3]), ("g", [])));
        Assert.NotEqual(digest, Digest("abc", ("f", [1, 2]), ("h", [3])));
        Assert.NotEqual(digest, Digest("abc"));
    }

    private static string Digest(string policy, params (string Name, byte[] Content)[] files) =>
        PolicyDigest.Of(Encoding.UTF8.GetBytes(policy), files.ToDictionary(file => file.Name, file => file.Content));
}
