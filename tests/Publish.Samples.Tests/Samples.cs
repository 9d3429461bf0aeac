namespace Publish.Samples.Tests;

internal static class Samples
{
    public static Sample RoadCasualties => Of("road-casualties");

    public static Sample HospitalStays => Of("hospital-stays");

    public static Sample Apprenticeships => Of("apprenticeships");

    public static Sample WaitingList => Of("waiting-list");

    public static Sample TravelPasses => Of("travel-passes");

    public static TheoryData<string> Datasets => [.. SampleCatalogue.All.Select(sample => sample.Dataset)];

    public static Sample Of(string dataset) => SampleCatalogue.All.Single(sample => sample.Dataset == dataset);
}
