// A small workbook as an office would send one: texts only, sheet by sheet. Knows no page.
import { crc32, inflateRawSync } from 'node:zlib'

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const letter = (column) => String.fromCharCode(65 + column)

function sheet_part(rows) {
  const lines = rows.map((row, i) => {
    const cells = row.map((text, column) =>
      text
        ? `<c r="${letter(column)}${i + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`
        : '',
    )
    return `<row r="${i + 1}">${cells.join('')}</row>`
  })
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`
}

/** Parts as they are, one behind the other, and the list of them at the end. */
export function archive(parts) {
  const local = []
  const central = []
  let offset = 0
  for (const [name, text] of parts) {
    const bytes = Buffer.from(text)
    const name_bytes = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(bytes.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(name_bytes.length, 22)
    local.push(Buffer.from('PK\x03\x04'), head, name_bytes, bytes)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, name_bytes)
    offset += 30 + name_bytes.length + bytes.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, list, Buffer.from('PK\x05\x06'), end])
}

/** `sheets`: name → rows of texts. */
export function workbook(sheets) {
  const names = Object.keys(sheets)
  const listed = names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`)
  const related = names.map(
    (_, i) =>
      `<Relationship Id="r${i}" Type="http://x/relationships/worksheet" Target="worksheets/s${i}.xml"/>`,
  )
  return archive([
    ['xl/workbook.xml', `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${related.join('')}</Relationships>`],
    ...names.map((name, i) => [`xl/worksheets/s${i}.xml`, sheet_part(sheets[name])]),
  ])
}

/** The parts of a workbook that the program made, by name. */
function parts_of(bytes) {
  const parts = []
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06') + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const name_length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + name_length)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20))
    parts.push([name, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed])
    at += 46 + name_length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** The same workbook with cells of its first sheet written over: 'I4' → text or number. All else stays as it is. */
export function filled(bytes, cells) {
  const fill = (part) =>
    Object.entries(cells).reduce((sheet, [place, value]) => {
      const content =
        typeof value === 'number'
          ? `><v>${value}</v></c>`
          : ` t="inlineStr"><is><t>${escape(value)}</t></is></c>`
      return sheet.replace(
        new RegExp(`(<c r="${place}"(?: s="\\d+")?)(?: t="\\w+")?(?:/>|>.*?</c>)`),
        (_, head) => head + content,
      )
    }, part.toString())
  return archive(
    parts_of(bytes).map(([name, part]) => [
      name,
      name === 'xl/worksheets/sheet1.xml' ? fill(part) : part,
    ]),
  )
}
