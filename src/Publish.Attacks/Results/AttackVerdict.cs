namespace Publish.Attacks.Results;

/// <summary>How an attack ended. Only <see cref="Withstood"/> lets a release go out.</summary>
public enum AttackVerdict
{
    /// <summary>Nothing was found, and the attack proved that there is nothing of its kind to find.</summary>
    Withstood,

    /// <summary>A promise is broken; the witnesses show it.</summary>
    Broken,

    /// <summary>Nothing was found, yet absence could not be proven within the effort allowed.</summary>
    NotProven,
}
