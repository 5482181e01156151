// The columns of a table and what a person chose of them. Pure: keeping the choice is the table's business.

export interface Column<Row = any> {
  key: string
  title: string
  /** Pixels at standard type; a column without takes what is left. */
  width?: number
  /** The name the server sorts by; without it the column cannot be sorted. */
  sort?: string
  right?: boolean
  /** Shown only when somebody chooses it. */
  hidden?: boolean
  /** Consecutive rows with the same key share one cell. */
  merge?: (row: Row) => string
  /** Double-click or the row menu edits the cell in place. */
  editable?: (row: Row) => boolean
  /** Left out of the stacked rows of a narrow screen. */
  wide_only?: boolean
}

export interface ColumnChoice {
  order: string[]
  hidden: string[]
}

/** All columns, chosen order first; columns the choice does not know keep their place at the end. */
export function in_order<C extends Column>(columns: C[], choice: ColumnChoice | null): C[] {
  if (!choice) return columns
  const known = choice.order
    .map((key) => columns.find((column) => column.key === key))
    .filter((column): column is C => column !== undefined)
  return [...known, ...columns.filter((column) => !choice.order.includes(column.key))]
}

export function is_hidden(column: Column, choice: ColumnChoice | null): boolean {
  if (choice && choice.order.includes(column.key)) return choice.hidden.includes(column.key)
  return column.hidden === true
}

export function shown<C extends Column>(columns: C[], choice: ColumnChoice | null): C[] {
  const visible = in_order(columns, choice).filter((column) => !is_hidden(column, choice))
  return visible.length ? visible : columns.slice(0, 1)
}

function settled(columns: Column[], choice: ColumnChoice | null): ColumnChoice {
  const order = in_order(columns, choice)
  return {
    order: order.map((column) => column.key),
    hidden: order.filter((column) => is_hidden(column, choice)).map((column) => column.key),
  }
}

/** Shows or hides one column; the last one shown stays. */
export function toggle(columns: Column[], choice: ColumnChoice | null, key: string): ColumnChoice {
  const after = settled(columns, choice)
  if (after.hidden.includes(key)) after.hidden = after.hidden.filter((one) => one !== key)
  else if (after.order.length - after.hidden.length > 1) after.hidden.push(key)
  return after
}

/** Moves a column to the place of another. */
export function move(
  columns: Column[],
  choice: ColumnChoice | null,
  key: string,
  to: number,
): ColumnChoice {
  const after = settled(columns, choice)
  const rest = after.order.filter((one) => one !== key)
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, key)
  return { ...after, order: rest }
}

/** What came from the server, if it still is a choice. */
export function choice_of(value: unknown): ColumnChoice | null {
  const candidate = value as ColumnChoice | null
  const lists = [candidate?.order, candidate?.hidden]
  return lists.every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string'))
    ? candidate
    : null
}
