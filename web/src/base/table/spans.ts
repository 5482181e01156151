// Where groups begin and how many rows a merged cell covers. Pure.

/** For each row the number of rows its cell covers; 0 where the cell above covers it. */
export function spans<Row>(
  rows: Row[],
  key: (row: Row) => string,
  group: (row: Row) => string = () => '',
): number[] {
  const result = rows.map(() => 1)
  for (let start = 0; start < rows.length; ) {
    let end = start + 1
    const same = (a: Row, b: Row) => key(a) === key(b) && group(a) === group(b)
    while (end < rows.length && same(rows[start]!, rows[end]!)) result[end++] = 0
    result[start] = end - start
    start = end
  }
  return result
}

/** True where a row opens a new group. */
export function starts<Row>(rows: Row[], group: (row: Row) => string): boolean[] {
  return rows.map((row, i) => i === 0 || group(rows[i - 1]!) !== group(row))
}

/** The rows from the one ticked last to this one, both included: what Shift ticks. */
export function ids_between(rows: { id: string }[], last: string, now: string): string[] {
  const from = rows.findIndex((row) => row.id === last)
  const to = rows.findIndex((row) => row.id === now)
  if (from < 0 || to < 0) return [now]
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id)
}
