// Reads an archive that was taken out: its files by name, and what a Word document says. Knows no page.
import { inflateRawSync } from 'node:zlib'

/** Name → bytes, in the order of the list at the archive's end. */
export function files_in(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'))
  const count = bytes.readUInt16LE(end + 10)
  const files = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; ++i) {
    const [name_size, extra, remark] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
    const name = bytes.subarray(at + 46, at + 46 + name_size).toString()
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20))
    files.set(name, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed)
    at += 46 + name_size + extra + remark
  }
  return files
}

/** A line a paragraph, tables cell by cell. */
export function words_of(docx) {
  const xml = files_in(docx).get('word/document.xml').toString()
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:(br|tab)\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}

/** The rows of the first table, without its heading, each as the texts of its cells. */
export function rows_of(docx) {
  const xml = files_in(docx).get('word/document.xml').toString()
  const table = /<w:tbl>.*?<\/w:tbl>/s.exec(xml)?.[0] ?? ''
  return [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)]
    .map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]+>/g, '').trim()),
    )
    .slice(1)
}
