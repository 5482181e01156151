// All words of the pages, keyed by code. No sentence stands in a component.
import { accountability } from './accountability'
import { accounts } from './accounts'
import { app } from './app'
import { audit } from './audit'
import { board } from './board'
import { bodies } from './bodies'
import { bulk } from './bulk'
import { calendar } from './calendar'
import { campaigns } from './campaigns'
import { changes } from './changes'
import { checks } from './checks'
import { disclosure } from './disclosure'
import { check_files } from './check_files'
import { drafting } from './drafting'
import { chronology } from './chronology'
import { dossier } from './dossier'
import { quality } from './quality'
import { review } from './review'
import { extension } from './extension'
import { documents } from './documents'
import { evidence } from './evidence'
import { clues, feedback, rounds } from './feedback'
import { handover } from './handover'
import { ledger } from './ledger'
import { bin } from './bin'
import { interviews } from './interviews'
import { ladder, notice } from './notice'
import { life_meetings } from './life_meetings'
import { meetings } from './meetings'
import { narrative } from './narrative'
import { studies } from './studies'
import { notify } from './notify'
import { opinions } from './opinions'
import { palette } from './palette'
import { plan } from './plan'
import { proofreading } from './proofreading'
import { plan_papers } from './plan_papers'
import { regulations } from './regulations'
import { report_sheet } from './report_sheet'
import { statements } from './statements'
import { sittings } from './sittings'
import { table } from './table'
import { talks } from './talks'
import { templates } from './templates'
import { phase, task } from './task'
import { time } from './time'
import { waiting } from './waiting'

export { all_of, sentence } from './refusals'
export const words = {
  accountability,
  app,
  sittings,
  table,
  time,
  accounts,
  calendar,
  campaigns,
  ledger,
  palette,
  plan,
  proofreading,
  plan_papers,
  waiting,
  notice,
  bin,
  interviews,
  ladder,
  life_meetings,
  statements,
  meetings,
  narrative,
  studies,
  notify,
  opinions,
  audit,
  board,
  bodies,
  bulk,
  changes,
  checks,
  disclosure,
  check_files,
  drafting,
  quality,
  review,
  extension,
  handover,
  documents,
  evidence,
  regulations,
  report_sheet,
  phase,
  task,
  chronology,
  dossier,
  rounds,
  feedback,
  clues,
  talks,
  templates,
}
