using Publish.Metadata;
using Publish.Portal.Samples;

namespace Publish.Portal.Published;

/// <summary>What a dataset's page shows.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Certificate">The certificate of the version shown; <see langword="null"/> where all are withdrawn.</param>
/// <param name="Sample">
/// The first rows and the chart of the first release; <see langword="null"/> where all are withdrawn. Of several releases
/// each has a page of its own.
/// </param>
public sealed record DatasetPageModel(DatasetView Dataset, Certificate? Certificate, ReleaseSample? Sample);
