using Microsoft.AspNetCore.Components;
using Publish.Portal.Texts;

namespace Publish.Portal.Rendering;

/// <summary>A component of a page.</summary>
public abstract class SiteComponent : ComponentBase
{
    /// <summary>What every component knows.</summary>
    [CascadingParameter]
    public PageContext Context { get; set; } = null!;

    /// <summary>The texts.</summary>
    protected SiteTexts T => Context.Texts;
}
