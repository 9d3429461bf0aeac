using Publish.Csv.Cells;
using Publish.Csv.Faults;
using Publish.Csv.Records;
using Publish.Csv.Sources;

namespace Publish.Csv;

/// <summary>
/// Reads delimited text strictly: every byte is checked, every cell typed under its declaration, nothing is guessed,
/// repaired or passed over. Memory is bounded whatever the file holds.
/// </summary>
public static class CsvReader
{
    /// <summary>Reads a file from its start to its very end, whatever is found in it.</summary>
    /// <param name="source">Read once, in order, by one thread at a time, in large pieces. Not closed.</param>
    /// <param name="format">How the file is written.</param>
    /// <param name="columns">At least one, with names that differ; their order in the file is free.</param>
    /// <param name="consumer">Takes the rows in typed batches; what it throws is thrown on.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>What was read and everything that is wrong with it.</returns>
    /// <exception cref="ArgumentException">The declaration contradicts itself.</exception>
    /// <exception cref="IOException">The source cannot be read; nothing the file holds is an exception.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static ReadReport Read(
        Stream source,
        CsvFormat format,
        IReadOnlyList<CsvColumn> columns,
        IBatchConsumer consumer,
        ReadOptions options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        Declaration.Check(format, columns);
        Declaration.Check(options);

        var faults = new FaultLog(options.FaultsListedPerKind);
        var file = new CountedSource(source, options.Progress);
        using var unpacked = UnpackedSource.For(format.Compression, file);
        var text = new DecodedText(unpacked, options.MaximumDecodedBytes);
        var rows = 0L;
        if (Opening.Accepts(file, unpacked, text, format, faults))
        {
            rows = ReadRecords(text, format, columns, consumer, options, faults, cancellationToken);
            Report(unpacked, text, options, faults);
        }

        file.Drain(cancellationToken);
        return new ReadReport(file.Count, text.Count, rows, FaultText.Groups(faults, columns));
    }

    private static long ReadRecords(
        DecodedText text,
        CsvFormat format,
        IReadOnlyList<CsvColumn> columns,
        IBatchConsumer consumer,
        ReadOptions options,
        FaultLog faults,
        CancellationToken cancellationToken)
    {
        var structure = new FaultLog(options.FaultsListedPerKind);
        var cutter = new BlockCutter(text, format, options.BlockBytes, structure);
        var block = new Block();
        var more = cutter.Next(block);
        if (cutter.HeaderBroken)
        {
            while (more)
            {
                cancellationToken.ThrowIfCancellationRequested();
                more = cutter.Next(block);
            }
        }
        else if (more)
        {
            var layout = new HeaderReader(columns, (byte)format.Delimiter, faults).Read(block);
            var session = new ReadSession(cutter, layout, format, columns, consumer, options, cancellationToken)
            {
                IsFaulty = faults.Count > 0,
            };
            session.Run(block, faults);
        }

        faults.Merge(structure);
        return long.Max(0, cutter.Rows - 1);
    }

    private static void Report(UnpackedSource unpacked, DecodedText text, ReadOptions options, FaultLog faults)
    {
        if (text.TooLarge)
        {
            faults.Add(CsvCodes.DecodedTooLarge, -1, Fault.OfFile(FaultDetail.MostBytes, options.MaximumDecodedBytes));
        }
        else if (unpacked.Damage != FaultDetail.None)
        {
            faults.Add(CsvCodes.CompressionError, -1, Fault.OfFile(unpacked.Damage));
        }
    }
}
