using Publish.Metadata;
using Publish.Portal.Samples;

namespace Publish.Portal.Published;

/// <summary>What the page of one release shows.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Certified">The release as certified.</param>
/// <param name="Sample">Its first rows and its chart.</param>
public sealed record ReleasePageModel(DatasetView Dataset, PublishedVersion Version, CertifiedRelease Certified, ReleaseSample Sample);
