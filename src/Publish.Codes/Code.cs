namespace Publish.Codes;

/// <summary>
/// One kind of message a person can meet: a fault in a file, a refusal of a policy, a reason to hold a release.
/// Every code is a <c>public static readonly</c> field of a class marked <see cref="CodesAttribute"/> in the room
/// that raises it; the catalogue is assembled from those by reflection.
/// </summary>
/// <param name="Id">Lower-case words joined by hyphens, unique in the product, never reused (<c>type-error</c>).</param>
/// <param name="Problem">What is wrong, one sentence, without any value from a file.</param>
/// <param name="Remedy">What the reader can do about it, one sentence.</param>
public sealed record Code(string Id, string Problem, string Remedy);
