// Prints a Parquet file as JSON, an array of texts a row, the columns' names first: a reader that shares no code with
// the one that wrote it. With --types, an array of the columns' types as the file's schema declares them. Run from a folder that has hyparquet in its node_modules.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const here = createRequire(pathToFileURL(process.cwd() + '/'))
const load = name => import(pathToFileURL(here.resolve(name)).href)
const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } = await load('hyparquet')
const { compressors } = await load('hyparquet-compressors')

const text = value =>
  value === null || value === undefined ? ''
    : value instanceof Date ? value.toISOString()
      : String(value)

const file = await asyncBufferFromFile(process.argv[2])
const metadata = await parquetMetadataAsync(file)
const columns = parquetSchema(metadata).children.map(column => column.element)
const names = columns.map(column => column.name)
const declared = column => column.converted_type ?? column.logical_type?.type ?? column.type
const read = async () => (await parquetReadObjects({ file, metadata, compressors })).map(row => names.map(name => text(row[name])))
process.stdout.write(JSON.stringify(process.argv.includes('--types') ? [columns.map(declared)] : [names, ...await read()]))
