// What the table needs of a row and of its menu.
export interface TableRow {
  id: string
}

export interface MenuItem {
  command: string
  label: string
  /** A rule stands above it. */
  divided?: boolean
}
