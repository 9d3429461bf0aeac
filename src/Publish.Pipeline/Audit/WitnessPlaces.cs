using Publish.Attacks.Results;
using Publish.Attacks.Tables;

namespace Publish.Pipeline.Audit;

/// <summary>Says where a witness's cell lies, without a label of the upload.</summary>
/// <param name="files">The tables as read back, by release.</param>
/// <param name="attacked">The tables that the witnesses are about; each has the file's rows first.</param>
internal sealed class WitnessPlaces(IReadOnlyDictionary<string, PublishedTable> files, IReadOnlyList<PublishedTable> attacked)
{
    /// <summary>The release and the row, as far as there is one: a perturbed cell that is published as 0 has none.</summary>
    public string PlaceOf(Witness witness) =>
        files.Values.FirstOrDefault(table => IsIn(witness, table)) is { } table && witness.Row >= table.Rows
            ? table.Name + ", a cell without a row"
            : witness.Place;

    /// <summary>
    /// The names of the levels that the cell has codes of, and the arithmetic; <see langword="null"/> where the witness is
    /// about no cell. Labels are texts of the upload, and a receipt has none of these.
    /// </summary>
    public string? LevelsOf(Witness witness)
    {
        if (witness.Table < 0 || witness.Row < 0 || files.Count == 0)
        {
            return null;
        }

        var levels = attacked.First(table => IsIn(witness, table)).Keys
            .SelectMany(key => key.Levels)
            .Where(level => level.Codes[witness.Row] != PublishedLevel.Total)
            .Select(level => level.Name)
            .ToArray();
        var cell = levels.Length == 0 ? "The grand total" : $"A cell of {string.Join(" × ", levels)}";
        var arithmetic = WitnessArithmetic.Of(witness, attacked, table => files[table.Name].Rows);
        return arithmetic.Length == 0 ? cell + "." : $"{cell}: {arithmetic}.";
    }

    private static bool IsIn(Witness witness, PublishedTable table) => witness.Place.StartsWith(table.Name + ",", StringComparison.Ordinal);
}
