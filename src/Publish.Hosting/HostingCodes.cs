using Publish.Codes;

namespace Publish.Hosting;

/// <summary>What the local host has to say.</summary>
[Codes]
public static class HostingCodes
{
    /// <summary>The site's address is another program's.</summary>
    public static readonly Code AddressTaken = new(
        "address-taken",
        "The site cannot be served at that address.",
        "Another program may listen there, or the address is none of this machine's: give another with --address.");
}
