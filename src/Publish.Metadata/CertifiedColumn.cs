namespace Publish.Metadata;

/// <summary>A published column that is not a key.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">
/// For tables <c>count</c>, <c>sum</c>, <c>mean</c>, <c>ratio</c>, <c>share</c>, <c>quantile</c> or <c>status</c>; for records <c>sensitive</c> or <c>measure</c>.
/// </param>
/// <param name="Type"><c>text</c>, <c>integer</c>, <c>decimal</c>, <c>boolean</c>, <c>date</c> or <c>timestamp</c>.</param>
/// <param name="Decimals">Digits after the decimal mark, for decimals.</param>
public sealed record CertifiedColumn(string Name, string Kind, string Type, int? Decimals = null);
