namespace Publish.Codes;

/// <summary>Marks a static class whose public static fields of type <see cref="Code"/> belong to the catalogue.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CodesAttribute : Attribute;
