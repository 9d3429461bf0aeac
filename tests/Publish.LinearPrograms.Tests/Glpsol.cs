using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Publish.LinearPrograms.Tests;

/// <summary>
/// The oracle: <c>glpsol</c> of the GNU Linear Programming Kit, found on the path; it reads a programme in the free MPS
/// format.
/// </summary>
internal static class Glpsol
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "glpsol"))
        .FirstOrDefault(File.Exists);

    /// <summary>What glpsol finds, and the objective where that is an optimum.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="isExact">True for rational arithmetic: slow, and the only one to trust with bad scaling.</param>
    public static (LinearProgramStatus Status, double Objective) Solve(LinearProgram program, bool isExact)
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, FreeMps(program));
            var start = new ProcessStartInfo(Path ?? throw new InvalidOperationException("glpsol is missing: install glpk-utils."))
            {
                RedirectStandardOutput = true,
            };
            Array.ForEach(["--freemps", file, isExact ? "--exact" : "--nopresol", program.IsMaximised ? "--max" : "--min", "-w", file + ".out"], start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            var log = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var line = File.ReadLines(file + ".out").First(line => line.StartsWith("s bas", StringComparison.Ordinal)).Split(' ');
            return (line[4], line[5]) switch
            {
                ("f", "f") => (LinearProgramStatus.Optimal, double.Parse(line[6], CultureInfo.InvariantCulture)),
                ("n", _) => (LinearProgramStatus.Infeasible, 0),
                ("f", "n") => (LinearProgramStatus.Unbounded, 0),
                _ => throw new InvalidOperationException(log),
            };
        }
        finally
        {
            File.Delete(file);
            File.Delete(file + ".out");
        }
    }

    private static string FreeMps(LinearProgram program)
    {
        var (rows, right, ranges) = (new StringBuilder(" N obj\n"), new StringBuilder(), new StringBuilder());
        for (var row = 0; row < program.RowCount; row++)
        {
            var (lower, upper) = program.RowBounds(row);
            var kind = lower == upper ? 'E' : double.IsFinite(upper) ? 'L' : double.IsFinite(lower) ? 'G' : 'N';
            rows.Append(CultureInfo.InvariantCulture, $" {kind} r{row}\n");
            if (kind != 'N')
            {
                right.Append(CultureInfo.InvariantCulture, $" RHS r{row} {(kind == 'G' ? lower : upper):R}\n");
            }

            if (kind == 'L' && double.IsFinite(lower))
            {
                ranges.Append(CultureInfo.InvariantCulture, $" RNG r{row} {upper - lower:R}\n");
            }
        }

        // With exact arithmetic glpsol refuses a programme that has free rows only: one more row is always there.
        return $"NAME test\nROWS\n{rows} L more\nCOLUMNS\n{Columns(program)} more more 1\nRHS\n{right}RANGES\n{ranges}BOUNDS\n{Bounds(program)}ENDATA\n";
    }

    private static string Columns(LinearProgram program)
    {
        var text = new StringBuilder();
        var entries = program.Entries.ToLookup(entry => entry.Variable);
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            text.Append(CultureInfo.InvariantCulture, $" x{variable} obj {program.Cost(variable):R}\n");
            foreach (var entry in entries[variable])
            {
                text.Append(CultureInfo.InvariantCulture, $" x{variable} r{entry.Row} {entry.Coefficient:R}\n");
            }
        }

        return text.ToString();
    }

    private static string Bounds(LinearProgram program)
    {
        var text = new StringBuilder();
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            var (lower, upper) = program.Bounds(variable);
            text.Append(CultureInfo.InvariantCulture, $" {(double.IsFinite(lower) ? $"LO B x{variable} {lower:R}" : $"MI B x{variable}")}\n");
            text.Append(CultureInfo.InvariantCulture, $" {(double.IsFinite(upper) ? $"UP B x{variable} {upper:R}" : $"PL B x{variable}")}\n");
        }

        return text.ToString();
    }
}
