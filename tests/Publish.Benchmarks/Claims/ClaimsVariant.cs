namespace Publish.Benchmarks.Claims;

/// <summary>Who the respondents of a file of claims are.</summary>
internal enum ClaimsVariant
{
    /// <summary>Each claim is a respondent of its own; the first column numbers the claims.</summary>
    Row,

    /// <summary>The first column names the claimant, who may have made several claims.</summary>
    Respondent,
}
