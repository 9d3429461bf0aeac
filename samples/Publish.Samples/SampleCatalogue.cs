using Publish.Samples.Generators;
using Publish.Samples.Writing;

namespace Publish.Samples;

/// <summary>The samples: agencies that do not exist, each with one dataset about people who do not exist.</summary>
public static class SampleCatalogue
{
    /// <summary>All samples, in the order in which they are best read.</summary>
    public static IReadOnlyList<Sample> All { get; } =
        [RoadCasualtiesSample(), HospitalStaysSample(), ApprenticeshipsSample(), WaitingListSample(), TravelPassesSample()];

    /// <summary>Those that the demo takes through the pipeline.</summary>
    public static IReadOnlyList<Sample> Demonstrated { get; } = [.. All.Where(sample => !sample.IsPerturbed)];

    private static Sample RoadCasualtiesSample() => new(
        RoadCasualtiesFrom(new DateOnly(2026, 4, 1)), "districts.csv", "severities.csv")
    {
        Agency = "northshire-council",
        Dataset = "road-casualties",
        Title = "Road casualties in Northshire",
        Edition = "2026-Q2",
        UploadFileName = "road-casualties-2026-q2.csv",
        FaultyUpload = new FaultyUpload(
            "2026-Q3",
            "road-casualties-2026-q3.csv",
            RoadCasualtiesFrom(new DateOnly(2026, 7, 1)),
            [
                new PlantedFault(4_711, "age", "type-error") { Text = "thirty-four" },
                new PlantedFault(12_345, "accident_date", "type-error") { Text = "2026-09-31" },
                new PlantedFault(23_456, "sex", "constraint-required") { Text = "" },
                new PlantedFault(34_567, "road_user", "missing-cell"),
            ]),
    };

    private static Sample HospitalStaysSample() => new(
        new SyntheticFile(UploadFormat.Spreadsheet, HospitalStays.Records), "hospitals.csv")
    {
        Agency = "eastvale-health",
        Dataset = "hospital-stays",
        Title = "Hospital stays in Eastvale",
        Edition = "2025-26",
        UploadFileName = "hospital-stays-2025-26.csv",
    };

    private static Sample ApprenticeshipsSample() => new(
        new SyntheticFile(UploadFormat.Compressed, Apprenticeships.Records))
    {
        Agency = "central-skills",
        Dataset = "apprenticeships",
        Title = "Apprentices and their outcomes",
        Edition = "2025-26",
        UploadFileName = "apprenticeships-2025-26.csv.gz",
    };

    private static Sample WaitingListSample() => new(
        new SyntheticFile(UploadFormat.Plain, WaitingList.Records))
    {
        Agency = "westmoor-hospitals",
        Dataset = "waiting-list",
        Title = "Waiting list of Westmoor's hospitals",
        Edition = "2026-09",
        UploadFileName = "waiting-list-2026-09.csv",
        IsPerturbed = true,
    };

    private static Sample TravelPassesSample() => new(
        new SyntheticFile(UploadFormat.Plain, TravelPasses.Records), "noise.csv")
    {
        Agency = "lowfold-transport",
        Dataset = "travel-passes",
        Title = "Holders of travel passes in Lowfold",
        Edition = "2025",
        UploadFileName = "travel-passes-2025.csv",
        IsPerturbed = true,
    };

    private static SyntheticFile RoadCasualtiesFrom(DateOnly quarter) =>
        new(UploadFormat.Plain, seed => RoadCasualties.Records(seed, quarter));
}
