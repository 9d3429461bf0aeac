using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Publish.Cli.Installations;
using Publish.Pipeline;
using Publish.Pipeline.Corrections;
using Publish.Pipeline.Operations;
using Publish.Pipeline.Parts;
using Publish.Pipeline.Workspaces;

namespace Publish.Cli.Commands;

/// <summary>Arguments and options that several commands share, each made anew: a symbol belongs to one command.</summary>
internal static class Inputs
{
    private const long LeastMemory = 64L << 20;
    private const int MostThreads = 1024;

    /// <summary>The uploaded file.</summary>
    public static Argument<string> File()
    {
        var file = new Argument<string>("FILE") { Description = "The file the agency sends." };
        file.Validators.Add(result => CheckFile(result, result.GetValueOrDefault<string>()));
        return file;
    }

    /// <summary>The uploaded file, or the folder of its parts.</summary>
    public static Argument<string> FileOrFolder()
    {
        var file = new Argument<string>("FILE") { Description = "The file the agency sends, or a folder of part files that _SUCCESS closes." };
        file.Validators.Add(result =>
        {
            if (!Directory.Exists(result.GetValueOrDefault<string>()))
            {
                CheckFile(result, result.GetValueOrDefault<string>());
            }
        });
        return file;
    }

    /// <summary>What is sent.</summary>
    /// <param name="path">A file, or a folder of parts.</param>
    public static IUpload UploadAt(string path) => Directory.Exists(path) ? new LocalFolder(path) : new LocalUpload(path);

    /// <summary>An audience, <c>public</c> unless given.</summary>
    /// <param name="description">What it is for.</param>
    public static Option<string> Audience(string description)
    {
        var option = new Option<string>("--audience")
        {
            Description = description,
            HelpName = "AUDIENCE",
            DefaultValueFactory = _ => Audiences.Names[0],
        };
        option.AcceptOnlyFromAmong([.. Audiences.Names]);
        return option;
    }

    /// <summary>The policy.</summary>
    public static Option<string> Policy()
    {
        var policy = new Option<string>("--policy")
        {
            Description = "The dataset's policy; the files it names lie beside it.",
            HelpName = "POLICY.yaml",
            Required = true,
        };
        policy.Validators.Add(result => CheckFile(result, result.GetValueOrDefault<string>()));
        return policy;
    }

    /// <summary>The edition.</summary>
    public static Option<string> Edition() => new("--edition")
    {
        Description = "The period the file is about, such as 2026-10, 2026-Q3 or 2026.",
        HelpName = "EDITION",
        Required = true,
    };

    /// <summary>The reason of a correction.</summary>
    public static Option<string?> Corrects()
    {
        var corrects = new Option<string?>("--corrects")
        {
            Description = "The file corrects the published version of this edition, for this reason, which everyone can read.",
            HelpName = "REASON",
        };
        corrects.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } reason && !Correction.IsReason(reason))
            {
                result.AddError("--corrects takes 1 to 500 printable characters on one line.");
            }
        });
        return corrects;
    }

    /// <summary>The file of secret keys.</summary>
    public static Option<string?> Secrets()
    {
        var secrets = new Option<string?>("--secrets")
        {
            Description = "A file of the secret keys that policies name, a line each: name=key in Base64. Keys are also taken from "
                + "environment variables PUBLISH_SECRET_NAME.",
            HelpName = "FILE",
        };
        secrets.Validators.Add(result => CheckFile(result, result.GetValueOrDefault<string?>()));
        return secrets;
    }

    /// <summary>Whether the result is JSON.</summary>
    public static Option<bool> Json() => new("--json")
    {
        Description = "Write the result as JSON, and nothing else, to the standard output.",
    };

    /// <summary>Where the installation is.</summary>
    public static Option<StorageAddress> Storage() => new("--storage")
    {
        Description = $"Where the installation keeps everything: {StorageAddress.Forms}. [default: {StorageAddress.Default}]",
        HelpName = "STORAGE",
        DefaultValueFactory = _ => StorageAddress.Default,
        CustomParser = result =>
        {
            if (StorageAddress.Parse(result.Tokens[0].Value) is { } address)
            {
                return address;
            }

            result.AddError($"--storage takes {StorageAddress.Forms}.");
            return null;
        },
    };

    /// <summary>The upload or the edition that is meant.</summary>
    public static Argument<UploadSelection> Selection() => new("AGENCY/DATASET/EDITION")
    {
        Description = "The edition, such as northshire-council/road-casualties/2026-Q2.",
        CustomParser = result =>
        {
            if (UploadSelection.Parse(result.Tokens[0].Value, receipt: null) is { } selection)
            {
                return selection;
            }

            result.AddError("AGENCY/DATASET/EDITION takes three names joined by '/', such as northshire-council/road-casualties/2026-Q2.");
            return null;
        },
    };

    /// <summary>Which of several uploads of an edition.</summary>
    public static Option<string?> Receipt() => new("--receipt")
    {
        Description = "The receipt's name, where the edition has several uploads; `publish status` lists them.",
        HelpName = "RECEIPT",
    };

    /// <summary>An address of the web.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What it is the address of.</param>
    public static Option<Uri?> Address(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
                && uri.AbsolutePath.EndsWith('/')
                && uri.Query.Length == 0 && uri.Fragment.Length == 0)
            {
                return uri;
            }

            result.AddError($"{name} takes an address that begins with http:// or https:// and ends in '/'.");
            return null;
        },
    };

    /// <summary>How many threads read and group; <see cref="SettingsOf"/> has the default.</summary>
    public static Option<int?> Threads() => WholeNumber(
        "--threads", "Threads that read and group; the result is the same whatever their number. [default: one a processor]", MostThreads);

    /// <summary>A number of things.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What it is the number of.</param>
    /// <param name="most">The largest; the least is 1.</param>
    public static Option<int?> WholeNumber(string name, string description, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1 && number <= most)
            {
                return number;
            }

            result.AddError($"{name} takes a whole number from 1 to {most}.");
            return null;
        },
    };

    /// <summary>The engine's memory, in bytes; <see cref="SettingsOf"/> has the default.</summary>
    public static Option<long?> Memory() => new("--memory")
    {
        Description = "Memory the engine may use before it spills to temporary files, such as 512MB or 2GiB; "
            + "the process uses up to some 300 MB more. [default: 512MiB]",
        HelpName = "SIZE",
        CustomParser = result =>
        {
            if (ByteSize.TryParse(result.Tokens[0].Value, out var bytes) && bytes >= LeastMemory)
            {
                return bytes;
            }

            result.AddError("--memory takes a size of at least 64MiB, such as 512MB or 2GiB.");
            return null;
        },
    };

    /// <summary>A run's share of the machine.</summary>
    /// <param name="workspace">Where its temporary files go.</param>
    /// <param name="threads">What was asked for, or <see langword="null"/>.</param>
    /// <param name="memory">What was asked for, or <see langword="null"/>.</param>
    /// <returns>The settings.</returns>
    public static RunSettings SettingsOf(Workspace workspace, int? threads, long? memory)
    {
        var settings = new RunSettings
        {
            Threads = threads ?? Environment.ProcessorCount,
            TemporaryFolder = workspace.Folder,
        };
        return memory is { } bytes ? settings with { MemoryLimitBytes = bytes } : settings;
    }

    private static void CheckFile(SymbolResult result, string? path)
    {
        if (Directory.Exists(path))
        {
            result.AddError($"{path} is a folder; name a file in it.");
        }
        else if (!System.IO.File.Exists(path))
        {
            result.AddError($"There is no file {path}.");
        }
    }
}
