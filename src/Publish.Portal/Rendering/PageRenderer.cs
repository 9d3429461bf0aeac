using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Publish.Portal.Rendering;

/// <summary>Renders components to HTML.</summary>
internal static class PageRenderer
{
    // Pages are UTF-8: letters stay what they are, what HTML itself uses is escaped.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>Renders a page. A renderer keeps what it rendered, so each page has its own.</summary>
    /// <typeparam name="TPage">The page's component.</typeparam>
    /// <param name="context">What every component knows.</param>
    /// <param name="parameters">What this one is about.</param>
    /// <returns>HTML in UTF-8.</returns>
    public static async Task<byte[]> RenderAsync<TPage>(PageContext context, Dictionary<string, object?>? parameters = null)
        where TPage : SiteComponent
    {
        RenderFragment page = builder =>
        {
            builder.OpenComponent<TPage>(0);
            builder.AddMultipleAttributes(1, parameters!);
            builder.CloseComponent();
        };
        var frame = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(CascadingValue<PageContext>.Value)] = context with { Kind = KindOf(typeof(TPage)) },
            [nameof(CascadingValue<PageContext>.IsFixed)] = true,
            [nameof(CascadingValue<PageContext>.ChildContent)] = page,
        });
        var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        await using (renderer.ConfigureAwait(false))
        {
            return await renderer.Dispatcher.InvokeAsync(async () =>
            {
                var root = await renderer.RenderComponentAsync<CascadingValue<PageContext>>(frame).ConfigureAwait(false);
                using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
                root.WriteHtmlTo(text);
                return Encoding.UTF8.GetBytes(text.ToString());
            }).ConfigureAwait(false);
        }
    }

    // A page's component is called by its kind, and Page.
    private static string KindOf(Type page) => page.Name[..^"Page".Length].ToLowerInvariant();
}
