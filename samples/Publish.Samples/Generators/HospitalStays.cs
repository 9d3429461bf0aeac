using System.Globalization;
using Publish.Samples.Randomness;

namespace Publish.Samples.Generators;

/// <summary>
/// A financial year's stays in the hospitals of an invented health board, by day of admission. Half of the patients
/// come again, some to another hospital, so patients cannot be counted by adding rows.
/// </summary>
internal static class HospitalStays
{
    /// <summary>The number of patients.</summary>
    public const int Patients = 9_000;

    private const int MostStays = 8;
    private const int DaysOfYear = 365;
    private static readonly DateOnly YearStart = new(2025, 4, 1);

    // The typographic apostrophe is what tells Windows-1252 from Latin-1.
    private static readonly Weighted<string> Hospital = new(
        ("Eastvale Royal Infirmary", 240), ("St Brigid’s Hospital", 150), ("Brontë Wing, Ashdown", 70),
        ("Château Road Hospital", 130), ("Loxley General", 180), ("Ysbyty Môr", 60),
        ("The \"Old Mill\" Day Hospital", 40), ("Señor Vega Heart Centre", 40), ("Zoë Hart Eye Hospital", 60),
        ("Isle of Skerry Cottage Hospital", 4), ("Skerry Landing Clinic", 1));

    private static readonly Weighted<(int Least, int Greatest)> Age = new(
        ((0, 17), 14), ((18, 39), 22), ((40, 64), 28), ((65, 79), 24), ((80, 99), 12));

    /// <summary>The header, then a record a stay.</summary>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<string[]> Records(ulong seed)
    {
        yield return ["patient_id", "hospital", "admitted", "discharged", "age", "sex", "bed_days", "cost"];

        var random = new SplitMix64(seed);
        var stays = Enumerable.Range(1, Patients).SelectMany(patient => StaysOf(patient, random)).ToList();
        foreach (var stay in stays.OrderBy(stay => stay.Day))
        {
            yield return Record(stay);
        }
    }

    private static List<Stay> StaysOf(int patient, SplitMix64 random)
    {
        var home = Hospital.Draw(random);
        var (least, greatest) = Age.Draw(random);
        var age = random.Between(least, greatest);
        var birthday = random.Below(DaysOfYear);
        var isFemale = random.Chance(53);
        var stays = new List<Stay>();
        for (var left = 1 + random.Geometric(MostStays - 1); left > 0; left--)
        {
            var day = random.Below(DaysOfYear);
            var nights = random.Geometric(40) + (age >= 65 ? random.Below(9) : random.Below(3));
            stays.Add(new Stay(
                patient,
                random.Chance(75) ? home : Hospital.Draw(random),
                day,
                age + (day >= birthday ? 1 : 0),
                isFemale,
                nights,
                Pence: random.Between(40_000, 160_000) + (nights * random.Between(25_000, 62_000))));
        }

        return stays;
    }

    private static string[] Record(Stay stay)
    {
        var discharged = stay.Day + stay.Nights;
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"EV{stay.Patient:D6}"),
            stay.Hospital,
            Date(stay.Day),
            discharged < DaysOfYear ? Date(discharged) : "n/a",
            stay.Age.ToString(CultureInfo.InvariantCulture),
            stay.IsFemale ? "F" : "M",
            stay.Nights.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{stay.Pence / 100},{stay.Pence % 100:D2}"),
        ];
    }

    private static string Date(int day) => YearStart.AddDays(day).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private sealed record Stay(int Patient, string Hospital, int Day, int Age, bool IsFemale, int Nights, int Pence);
}
