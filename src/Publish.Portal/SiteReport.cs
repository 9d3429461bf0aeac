namespace Publish.Portal;

/// <summary>What a build of a site did.</summary>
/// <param name="Datasets">Datasets on the site.</param>
/// <param name="Rebuilt">Those whose pages were made anew.</param>
/// <param name="Files">Files of the site.</param>
/// <param name="Written">Those that were written.</param>
/// <param name="Deleted">Files that were deleted.</param>
public sealed record SiteReport(int Datasets, int Rebuilt, int Files, int Written, int Deleted);
