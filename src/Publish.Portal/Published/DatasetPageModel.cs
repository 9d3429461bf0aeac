using Publish.Metadata;
using Publish.Portal.Samples;

namespace Publish.Portal.Published;

/// <summary>What a dataset's page shows.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Certificate">The certificate of the version shown; <see langword="null"/> where all are withdrawn.</param>
/// <param name="Samples">The first rows and the chart of each release.</param>
public sealed record DatasetPageModel(DatasetView Dataset, Certificate? Certificate, IReadOnlyList<ReleaseSample> Samples);
