// Messages of the working-day calendar: only the days that differ from Monday to Friday.
export interface CalendarDay {
  date: string
  working: boolean
  note: string
}

export interface CalendarYear {
  year: number
  days: CalendarDay[]
  known: boolean
}
