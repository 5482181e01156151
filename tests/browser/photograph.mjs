// Pictures that stories bring along.
import { crc32, deflateSync } from 'node:zlib'

function chunk(name, bytes) {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes.length)
  const body = Buffer.concat([Buffer.from(name), bytes])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, sum])
}
/** A picture of one colour fading into another. */
export function png(red) {
  const side = 160
  const head = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 2, 0, 0, 0])
  const rows = []
  for (let y = 0; y < side; y++) {
    rows.push(0)
    for (let x = 0; x < side; x++) rows.push(red, x, y)
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
