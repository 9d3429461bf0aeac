using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Runs <c>npm ci</c> at the repository root. A lock file, held open and so let go even by a killed build, makes
/// builds that run at the same time take turns; whoever comes second finds the stamp fresh and does nothing.
/// </summary>
public sealed class InstallNpmPackages : Task
{
    private const int LeastNode = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Required]
    public string Root { get; set; }

    [Required]
    public string Stamp { get; set; }

    [Required]
    public string Lock { get; set; }

    [Required]
    public string Library { get; set; }

    [Required]
    public string LibraryPackage { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Lock));
        using (var turn = TakeTurn())
        {
            if (turn == null)
            {
                return Fail("PUBLISH004", "Another build has been installing npm packages for ten minutes. End it and build again.");
            }

            return IsFresh() || (NodeIsThere() && Install());
        }
    }

    private bool Install()
    {
        Log.LogMessage(MessageImportance.High, "Installing npm packages (package-lock.json is newer than node_modules)…");
        if (!Npm("ci --no-audit --no-fund"))
        {
            return false;
        }

        // Another platform than package.json names.
        if (!File.Exists(Library) && !Npm("install --no-save --no-audit --no-fund " + LibraryPackage))
        {
            return false;
        }

        File.WriteAllText(Stamp, "");
        return true;
    }

    private bool Npm(string arguments)
    {
        string output;
        if (Run("npm", arguments, out output) == 0)
        {
            Log.LogMessage(MessageImportance.Low, output);
            return true;
        }

        return Fail("PUBLISH002", "'npm " + arguments + "' failed. Run it in the folder of package.json to see why; it needs an npm registry that can be reached. It said:\n" + output);
    }

    private bool NodeIsThere()
    {
        string version;
        int major;
        if (Run("node", "--version", out version) != 0
            || !int.TryParse(version.Trim().TrimStart('v').Split('.')[0], out major)
            || major < LeastNode)
        {
            return Fail("PUBLISH001", "Node.js " + LeastNode + " or later is needed, with npm, to install the native DuckDB library. Install it (https://nodejs.org), open a new shell, and build again.");
        }

        return true;
    }

    private bool Fail(string code, string text)
    {
        Log.LogError(null, code, null, null, 0, 0, 0, 0, text);
        return false;
    }

    private bool IsFresh()
    {
        return File.Exists(Stamp)
            && File.GetLastWriteTimeUtc(Stamp) >= File.GetLastWriteTimeUtc(Path.Combine(Root, "package-lock.json"));
    }

    private FileStream TakeTurn()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; Thread.Sleep(200))
        {
            try
            {
                return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Held by another build.
            }
        }

        return null;
    }

    private int Run(string program, string arguments, out string output)
    {
        // npm and node may be scripts (.cmd on Windows), which only a shell starts.
        var windows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var start = new ProcessStartInfo
        {
            FileName = windows ? "cmd.exe" : "/bin/sh",
            Arguments = windows ? "/d /c " + program + " " + arguments + " 2>&1" : "-c \"" + program + " " + arguments + " 2>&1\"",
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using (var process = Process.Start(start))
        {
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
