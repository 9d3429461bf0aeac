using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Publish.Functions;
using Publish.Hosting;
using Publish.Pipeline;
using Publish.Pipeline.Ledger;
using Publish.Pipeline.Telemetry;
using Publish.Storage;

namespace Publish.EndToEnd.Infra;

/// <summary>The description of the installation is Bicep, and its names are those of the code.</summary>
public sealed partial class BicepTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "infra");
    private static readonly string Main = File.ReadAllText(Path.Combine(Folder, "main.bicep"));
    private static readonly string App = File.ReadAllText(Path.Combine(Folder, "modules", "function-app.bicep"));

    [Fact]
    public void Every_file_is_Bicep()
    {
        var files = Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories);
        Assert.True(files.Length > 5);
        Assert.Empty(Mistakes(files));
    }

    [Fact]
    public void A_mistake_in_Bicep_is_noticed()
    {
        var folder = Directory.CreateTempSubdirectory("publish-end-to-end-").FullName;
        try
        {
            var file = Path.Combine(folder, "broken.bicep");
            File.WriteAllText(file, Main.Replace("param storageSku string", "param storageSku string = {", StringComparison.Ordinal));
            Assert.NotEmpty(Mistakes([file]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_module_that_is_named_is_there_and_no_other()
    {
        var named = Directory.GetFiles(Folder, "*.bicep", SearchOption.AllDirectories)
            .SelectMany(file => ModulePath().Matches(File.ReadAllText(file))
                .Select(match => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, match.Groups[1].Value))));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Folder, "modules")).Order(StringComparer.Ordinal),
            named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_containers_are_those_of_the_code()
    {
        Assert.Equal(Containers.OfPrivate.Append("undelivered"), ListOf(Main, "var privateContainers"));
        Assert.Equal(Containers.OfAudience, ListOf(Main, "var audienceContainers"));
        Assert.Contains($"uploads: '{Containers.Uploads}'", Main, StringComparison.Ordinal);
    }

    // The app gets a role on each container that its code uses, and on no other.
    [Fact]
    public void The_app_has_a_role_on_every_private_container() => Assert.Equal(
        Containers.OfPrivate.Order(StringComparer.Ordinal),
        AppRole().Matches(Main[Main.IndexOf("var appRoles", StringComparison.Ordinal)..Main.IndexOf("module appPrivateRoles", StringComparison.Ordinal)])
            .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    // What tests/Publish.Pipeline.Tests/Operations/OperatorTests.cs lets an operator do, and no more.
    [Fact]
    public void An_operator_writes_the_ledger_creates_decisions_and_uploads_and_reads_receipts()
    {
        var roles = Main[Main.IndexOf("var operatorRoles", StringComparison.Ordinal)..Main.IndexOf("module operatorContainers", StringComparison.Ordinal)];
        Assert.Equal(
            [
                (Containers.Receipts, "roles.blobReader"),
                (Containers.Ledger, "roles.blobContributor"),
                (Containers.Decisions, "roles.blobReader"),
                (Containers.Decisions, "creator.outputs.roleId"),
                (Containers.Uploads, "creator.outputs.roleId"),
            ],
            Regex.Matches(roles, @"container: '([a-z]+)', role: ([\w.]+)").Select(match => (match.Groups[1].Value, match.Groups[2].Value)));
        var creator = File.ReadAllText(Path.Combine(Folder, "modules", "creator-role.bicep"));
        Assert.Equal(
            ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action"],
            ListOf(creator.Replace("dataActions: [", "dataActions = [", StringComparison.Ordinal), "dataActions"));
    }

    [Fact]
    public void Lines_about_decisions_lie_where_nobody_can_change_them()
    {
        var module = Main[Main.IndexOf("module decisions 'modules/immutable-container.bicep'", StringComparison.Ordinal)..];
        Assert.Contains($"containerName: '{Containers.Decisions}'", module[..module.IndexOf("\n}", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_wrote_or_deleted_a_private_blob_is_logged()
    {
        var module = Main[Main.IndexOf("module privateWrites 'modules/write-log.bicep'", StringComparison.Ordinal)..];
        Assert.Contains("accountName: private.outputs.accountName", module[..module.IndexOf("\n}", StringComparison.Ordinal)], StringComparison.Ordinal);
        var log = File.ReadAllText(Path.Combine(Folder, "modules", "write-log.bicep"));
        Assert.All(new[] { "StorageWrite", "StorageDelete" }, category => Assert.Contains($"{{ category: '{category}', enabled: true }}", log, StringComparison.Ordinal));
    }

    [Fact]
    public void The_audiences_are_those_of_the_code()
    {
        Assert.Equal(Audiences.Names, ListOf(Main, "param audiences string[]"));
        using var production = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "parameters.prod.json")));
        Assert.Equal(
            Audiences.Names,
            production.RootElement.GetProperty("parameters").GetProperty("audiences").GetProperty("value").EnumerateArray().Select(each => each.GetString()!));
    }

    [Theory]
    [InlineData("parameters.dev.json")]
    [InlineData("parameters.prod.json")]
    public void Every_parameter_that_is_given_is_declared_and_every_one_without_a_default_is_given(string file)
    {
        using var parameters = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        var given = parameters.RootElement.GetProperty("parameters").EnumerateObject().Select(each => each.Name).ToHashSet();
        var declared = Parameter().Matches(Main).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Success);
        Assert.Subset(declared.Keys.ToHashSet(), given);
        Assert.Superset(declared.Where(each => !each.Value).Select(each => each.Key).ToHashSet(), given);
    }

    [Fact]
    public void The_settings_are_those_the_functions_read()
    {
        Assert.Contains($"'{StoragePlaces.SettingOf("private")}'", App, StringComparison.Ordinal);
        Assert.All(
            Regex.Matches(App, "name: '([A-Za-z]+)__(blobServiceUri|queueServiceUri|credential|clientId)'").Select(match => match.Groups[1].Value),
            connection => Assert.Contains(connection, new[] { UploadFunction.Connection, "AzureWebJobsStorage" }));
        Assert.Contains("'${toUpper(take(audience.name, 1))}${skip(audience.name, 1)}Storage__blobServiceUri'", App, StringComparison.Ordinal);
        Assert.Contains("'${toUpper(take(audience.name, 1))}${skip(audience.name, 1)}Site__Address'", App, StringComparison.Ordinal);
        Assert.Contains($"'{RunSecrets.Prefix}${{toUpper(replace(key.name, '-', '_'))}}'", App, StringComparison.Ordinal);
        Assert.Equal(RunSecrets.Prefix + "CENSUS_KEY", RunSecrets.SettingOf("census-key"));
        Assert.Equal(("PublicStorage__blobServiceUri", "PublicSite__Address"), (StoragePlaces.SettingOf("public"), Catalogue.SettingOf("public", "Address")));
    }

    [Fact]
    public void The_functions_that_are_named_are_there()
    {
        var names = typeof(UploadFunction).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .ToHashSet();
        var monitoring = File.ReadAllText(Path.Combine(Folder, "modules", "monitoring.bicep"));
        Assert.Contains(UploadName().Match(Main).Groups[1].Value, names);
        Assert.All(Regex.Matches(monitoring, "name == \"([A-Za-z]+)\"").Select(match => match.Groups[1].Value), name => Assert.Contains(name, names));
    }

    // An alert that searches for what no line says never fires.
    [Fact]
    public void The_alerts_search_for_lines_that_the_code_logs()
    {
        var monitoring = File.ReadAllText(Path.Combine(Folder, "modules", "monitoring.bicep"));
        var searched = Regex.Matches(monitoring, "message startswith \"([^\"]+)\"").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(
            [$"{TelemetryEvents.UploadEnded} {TelemetryEvents.State}={UploadState.Held} ", $"{TelemetryEvents.UploadPoisoned} "],
            searched);
    }

    // Raw data that a retention has ended must not be recoverable, and no account takes a shared key.
    [Fact]
    public void The_private_account_keeps_nothing_that_was_deleted_and_no_account_takes_a_key()
    {
        var account = File.ReadAllText(Path.Combine(Folder, "modules", "storage-account.bicep"));
        var own = Main[Main.IndexOf("module private ", StringComparison.Ordinal)..Main.IndexOf("module privateLifecycle", StringComparison.Ordinal)];
        Assert.DoesNotContain("softDeleteDays", own, StringComparison.Ordinal);
        Assert.DoesNotContain("anonymousRead", own, StringComparison.Ordinal);
        Assert.Contains("param softDeleteDays int = 0", account, StringComparison.Ordinal);
        Assert.Contains("param anonymousRead bool = false", account, StringComparison.Ordinal);
        Assert.Contains("allowSharedKeyAccess: false", account, StringComparison.Ordinal);
    }

    private static string[] Mistakes(IEnumerable<string> files)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "Publish.EndToEnd", "Infra", "parse-bicep.mjs"), .. files])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string> ListOf(string text, string declaration)
    {
        var start = text.IndexOf('[', text.IndexOf(" = ", text.IndexOf(declaration, StringComparison.Ordinal), StringComparison.Ordinal));
        return Regex.Matches(text[start..text.IndexOf(']', start)], "'([^']+)'").Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("module \\w+ '([^']+)'")]
    private static partial Regex ModulePath();

    [GeneratedRegex(@"\{ container: '([a-z]+)', role:")]
    private static partial Regex AppRole();

    [GeneratedRegex(@"^param (\w+) [\w\[\]]+( = )?", RegexOptions.Multiline)]
    private static partial Regex Parameter();

    [GeneratedRegex("var uploadFunction = '([^']+)'")]
    private static partial Regex UploadName();
}
