// The places of the map that this person may enter: what the left column lists and the command palette finds.
import { may, works } from '@/accounts/session'
import { words } from '@/words'

export interface Place {
  to: string
  name: string
  /** Among the places of the system, not of the work. */
  system: boolean
}

export function places(): Place[] {
  const names = words.app.places
  const all: [boolean, string, string, boolean][] = [
    [works(), '/', names.home, false],
    [may('read_ledger'), '/inspections', names.inspections, false],
    [may('read_ledger'), '/programmes', names.programmes, false],
    [may('read_ledger'), '/tasks', names.tasks, false],
    [may('read_ledger'), '/extensions', names.extensions, false],
    [may('read_ledger'), '/proofreading', names.proofreading, false],
    [may('read_ledger'), '/templates', names.templates, false],
    [true, '/units', names.units, false],
    [may('read_ledger'), '/handovers', names.handovers, false],
    [may('manage_accounts'), '/accounts', names.accounts, true],
    [may('manage_accounts'), '/tokens', names.tokens, true],
    [may('ask_for_roles'), '/permissions', names.permissions, true],
    [may('read_journal'), '/journal', names.journal, true],
    [may('read_journal'), '/journal/integrity', names.integrity, true],
    [true, '/calendar', names.calendar, true],
  ]
  return all.flatMap(([open, to, name, system]) => (open ? [{ to, name, system }] : []))
}
