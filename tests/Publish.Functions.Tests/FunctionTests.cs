using System.Reflection;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using NCrontab;
using Publish.Hosting;
using Publish.Storage;

namespace Publish.Functions.Tests;

/// <summary>The functions themselves, called as the worker calls them, against a real Azurite.</summary>
public sealed class FunctionTests(AzuriteServer azurite) : IClassFixture<AzuriteServer>
{
    private static readonly Assembly Shell = typeof(UploadFunction).Assembly;

    [Fact]
    public async Task An_upload_without_a_policy_gets_its_receipt_through_the_blob_trigger()
    {
        var uploads = azurite.Account(Emulator.PrivateAccount).GetBlobContainerClient(Containers.Uploads);
        var blob = uploads.GetBlobClient("some-agency/some-things/2026-10/people.csv");
        await blob.UploadAsync(new BinaryData("id\n1\n"u8.ToArray()));
        var context = Installation.Open(name => name == Installation.EmulatorSetting ? azurite.Endpoint.ToString() : null, NullLogger.Instance);
        await new UploadFunction(context).RunAsync(blob, default);
        await new SweepFunction(context).RunAsync(new TimerInfo(), default);
        await new ScheduledFunction(context).RunAsync(new TimerInfo(), default);
        await new RetentionFunction(context).RunAsync(new TimerInfo(), default);

        var receipts = new List<string>();
        await foreach (var receipt in azurite.Account(Emulator.PrivateAccount).GetBlobContainerClient(Containers.Receipts).GetBlobsAsync(new GetBlobsOptions(), default))
        {
            receipts.Add(receipt.Name);
        }

        Assert.Equal(2, receipts.Count);
        var json = (await azurite.Account(Emulator.PrivateAccount).GetBlobContainerClient(Containers.Receipts)
            .GetBlobClient(receipts.Single(name => name.EndsWith(".json", StringComparison.Ordinal))).DownloadContentAsync()).Value.Content;
        Assert.Contains("policy-not-found", Encoding.UTF8.GetString(json.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_of_each_audience_that_has_a_site_is_built()
    {
        var settings = new Dictionary<string, string>
        {
            [Installation.EmulatorSetting] = azurite.Endpoint.ToString(),
            [Catalogue.SettingOf("partners", "Address")] = "https://partners.example/",
            [Catalogue.SettingOf("partners", "Title")] = "For partners",
        };
        var catalogue = new Catalogue(Installation.Open(settings.GetValueOrDefault, NullLogger.Instance), settings.GetValueOrDefault);
        await new CatalogueFunction(catalogue).RunAsync(new TimerInfo(), default);

        Assert.Equal("partners", Assert.Single(await catalogue.RunAsync(default)).Key);
        var site = azurite.Account(Emulator.AccountOf("partners")).GetBlobContainerClient(Containers.Site);
        var home = (await site.GetBlobClient("index.html").DownloadContentAsync()).Value;
        Assert.Contains("For partners", home.Content.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", home.Details.ContentType);
    }

    [Fact]
    public async Task An_audience_whose_account_fails_keeps_no_other_from_its_site()
    {
        var settings = new Dictionary<string, string>
        {
            [Installation.EmulatorSetting] = azurite.Endpoint.ToString(),
            [Catalogue.SettingOf("public", "Address")] = "https://public.example/",
            [Catalogue.SettingOf("agencies", "Address")] = "https://agencies.example/",
        };
        var context = Installation.Open(settings.GetValueOrDefault, NullLogger.Instance);
        var broken = context with
        {
            PlaceOf = audience => audience == "public" ? throw new StorageException(StorageCodes.Unavailable, 503) : context.PlaceOf(audience),
        };
        var failed = await Assert.ThrowsAsync<AggregateException>(() => new Catalogue(broken, settings.GetValueOrDefault).RunAsync(default));
        Assert.Same(StorageCodes.Unavailable, Assert.IsType<StorageException>(Assert.Single(failed.InnerExceptions)).Code);
        var site = azurite.Account(Emulator.AccountOf("agencies")).GetBlobContainerClient(Containers.Site);
        Assert.True((await site.GetBlobClient("index.html").ExistsAsync()).Value);
    }

    [Fact]
    public void Every_function_has_one_trigger_and_a_name_of_its_own()
    {
        var functions = Functions().ToArray();
        Assert.Equal(
            ["Catalogue", "OnUpload", "Retention", "Scheduled", "Sweep"],
            functions.Select(f => f.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal));
        Assert.All(functions, function => Assert.Single(
            function.GetParameters(),
            p => p.GetCustomAttribute<TimerTriggerAttribute>() is not null || p.GetCustomAttribute<BlobTriggerAttribute>() is not null));
    }

    [Fact]
    public void Every_schedule_is_one_that_the_local_host_understands()
    {
        var schedules = Functions()
            .SelectMany(f => f.GetParameters().Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule))
            .OfType<string>()
            .ToArray();
        Assert.Equal(4, schedules.Length);
        Assert.All(schedules, schedule => Assert.NotNull(CrontabSchedule.TryParse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true })));
    }

    [Fact]
    public void The_local_host_has_the_same_timers_at_the_same_times()
    {
        var context = Installation.Open(
            name => name == StoragePlaces.SettingOf("private") ? "https://account.blob.core.windows.net" : null, NullLogger.Instance);
        var timers = InstallationTimers.Of(context, new Catalogue(context, _ => null));
        var functions = Functions()
            .Select(f => (f.GetCustomAttribute<FunctionAttribute>()!.Name, f.GetParameters().Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule).FirstOrDefault(s => s is not null)))
            .Where(f => f.Item2 is not null);
        Assert.Equal(
            functions.Order(), timers.Select(timer => (timer.Name, (string?)timer.Schedule)).Order());
    }

    [Fact]
    public void A_function_has_no_logic_of_its_own()
    {
        Assert.All(Functions(), function => Assert.True(
            function.GetMethodBody()!.GetILAsByteArray()!.Length < 64, $"{function.DeclaringType!.Name} is more than one call."));
    }

    [Fact]
    public void The_host_gives_up_on_a_blob_after_as_many_tries_as_the_ledger()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "host.json")));
        var blobs = host.RootElement.GetProperty("extensions").GetProperty("blobs");
        Assert.Equal(
            new Pipeline.Operations.WorkerSettings { TemporaryFolder = "" }.MaximumAttempts,
            blobs.GetProperty("poisonBlobThreshold").GetInt32());
    }

    [Fact]
    public void An_account_without_an_address_or_without_encryption_is_refused()
    {
        Assert.Same(StorageCodes.AccountMissing, Assert.Throws<StorageException>(() => Installation.Open(_ => null, NullLogger.Instance)).Code);
        Assert.Same(StorageCodes.AccountMissing, Assert.Throws<StorageException>(() => Installation.Open(
            name => name == StoragePlaces.SettingOf("private") ? "http://account.blob.core.windows.net" : null, NullLogger.Instance)).Code);
        var context = Installation.Open(name => name == StoragePlaces.SettingOf("private") ? "https://account.blob.core.windows.net" : null, NullLogger.Instance);
        Assert.Same(StorageCodes.AccountMissing, Assert.Throws<StorageException>(() => context.PlaceOf("public")).Code);
    }

    private static IEnumerable<MethodInfo> Functions() =>
        Shell.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);
}
