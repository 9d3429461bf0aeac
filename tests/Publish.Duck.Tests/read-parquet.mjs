// Prints a Parquet file's rows as JSON, whole numbers in full.
import { readFileSync } from 'node:fs'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const bytes = readFileSync(process.argv[2])
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
const rows = await parquetReadObjects({ file, compressors })
console.log(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value)))
