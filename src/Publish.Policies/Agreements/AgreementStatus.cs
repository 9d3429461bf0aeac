namespace Publish.Policies.Agreements;

/// <summary>Whether an agreement is in force. Only <see cref="Active"/> admits uploads.</summary>
public enum AgreementStatus
{
    /// <summary>Not signed yet.</summary>
    Draft,

    /// <summary>In force, between its dates.</summary>
    Active,

    /// <summary>Set aside for now.</summary>
    Suspended,

    /// <summary>Over.</summary>
    Ended,
}
