using FsCheck;
using FsCheck.Fluent;
using Publish.Pipeline.Operations;
using Publish.Storage;

namespace Publish.Pipeline.Tests.Operations;

public sealed class UploadFileNameTests
{
    [Theory]
    [InlineData("people.csv", "people.csv", "people-2.csv")]
    [InlineData("folder/people.csv.gz", "people.csv.gz", "people-2.csv.gz")]
    [InlineData("Damweiniau ffordd – Awst.csv", "Damweiniau-ffordd-Awst.csv", "Damweiniau-ffordd-Awst-2.csv")]
    [InlineData("_SUCCESS", "SUCCESS", "SUCCESS-2")]
    [InlineData(".csv", "upload.csv", "upload-2.csv")]
    [InlineData("..", "upload..", "upload-2..")]
    public void A_file_keeps_its_name_as_far_as_that_can_be_used(string path, params string[] names) =>
        Assert.Equal(names, UploadFileName.Of(path, names.Length));

    [Fact]
    public void Whatever_the_name_it_can_be_used() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll<string?>(text => UploadFileName.Of("a/" + text, 3).All(name =>
            BlobName.IsName("uploads/agency/dataset/2026/" + name) && !name.StartsWith('_') && !name.StartsWith('.'))));
}
