// Prints a Parquet file as JSON, an array of texts a row, the columns' names first: a reader that shares no code with
// the one that wrote it. Run from a folder that has hyparquet in its node_modules.
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
const names = parquetSchema(metadata).children.map(column => column.element.name)
const rows = await parquetReadObjects({ file, metadata, compressors })
process.stdout.write(JSON.stringify([names, ...rows.map(row => names.map(name => text(row[name])))]))
