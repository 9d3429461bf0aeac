using System.Security.Cryptography;
using System.Text;
using Publish.Pipeline.Admission;
using Publish.Pipeline.Grouping;

namespace Publish.Pipeline.Parts;

/// <summary>
/// A folder of part files, closed by <c>_SUCCESS</c>: one upload. Each part is a whole file of the declared format, with a
/// header of its own where the format has one.
/// </summary>
public abstract class UploadFolder : IUpload
{
    /// <summary>The name of the file that closes a folder.</summary>
    public const string Marker = "_SUCCESS";

    /// <inheritdoc />
    public abstract IReadOnlyList<IUploadContent> Files { get; }

    /// <summary>The parts' names, in ordinal order, as <see cref="Files"/>.</summary>
    public IReadOnlyList<string> Names => List.Names;

    /// <summary>The parts that make up the upload.</summary>
    /// <exception cref="StopException">The folder is not closed, or not as its marker says.</exception>
    internal abstract PartList List { get; }

    /// <summary>The digest of a list of the parts' digests, in the form that <c>sha256sum</c> writes.</summary>
    /// <param name="sha256">The SHA-256 of each part.</param>
    /// <returns>Lower-case hexadecimal.</returns>
    public string DigestOf(IReadOnlyList<string> sha256) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Names.Zip(sha256, (name, digest) => $"{digest}  {name}\n")))));

    /// <summary>The partial class table of each part, made here or elsewhere.</summary>
    /// <param name="upload">The admitted upload.</param>
    /// <param name="plan">What the passes have to fill.</param>
    /// <param name="settings">The run's share of the machine; the tables go below its temporary folder.</param>
    /// <param name="progress">Told the share of the parts that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One table a part, in the order of <see cref="Names"/>.</returns>
    internal abstract Task<IReadOnlyList<PartialClassTable>> TablesAsync(
        AdmittedUpload upload, GroupingPlan plan, RunSettings settings, IProgress<double> progress, CancellationToken cancellation);

    /// <summary>Where the partial table of a part lies while a run works with it.</summary>
    /// <param name="settings">The run's share of the machine.</param>
    /// <param name="part">The part's number, from 0.</param>
    internal static string PartialFolder(RunSettings settings, int part) => Path.GetFullPath(
        Path.Combine(settings.TemporaryFolder, "parts", part.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
