// The one file that knows addresses. Every function sends one request and either gives the message of the
// contract or throws Refused. It holds the CSRF token; it knows no page and no word.
import type {
  DocumentKind,
  DocumentQuery,
  DocumentSets,
  FileForm,
  MadeDocument,
  PaperAt,
  RowDocument,
  SetChoice,
} from './documents/types'
import type {
  Account,
  AccountGrant,
  ChosenPerson,
  CustomRole,
  Delegation,
  DelegationEnd,
  FactorState,
  NewAccount,
  OfferedFactor,
  OwnSession,
  IssuedToken,
  OwnToken,
  OwnTokens,
  PermissionChange,
  Person,
  Post,
  PostTerms,
  Roles,
  Session,
  SignInSource,
  Unit,
  UnitImportReport,
  UnitView,
  WantedPermission,
} from '@/accounts/types'
import type {
  Adopted,
  Check,
  Difference,
  Grade,
  NewPlan,
  OwingUnit,
  Part,
  Plan,
  PlanList,
  ReviewSeat,
  Variant,
  Verdict,
  WaitingPlans,
  Wording,
} from '@/drafting/types'
import type { EntryPage, EntryQuery, Integrity, Sources } from '@/audit/types'
import type { Reading, SetAside, WordingEntry, WordingTerms, Wordings } from '@/proofreading/types'
import type { HistoryEntry, Installation, Page, Refusal } from '@/base/types'
import type { Bodies, Body, BodyShape, BodyTerms, TierLine } from '@/bodies/types'
import type { CalendarYear } from '@/calendar/types'
import type { Campaign, CampaignPage, CampaignTerms } from '@/campaigns/types'
import type {
  Checklist,
  FocusCheck,
  LifeMeeting,
  LifeMeetingPage,
  PlanMessage,
  PlanVerdict,
  ReadPlans,
  ReviewSeat as LifeReviewSeat,
  StepMessage,
  WaitingLife,
  Consultations,
  ConsultationTerms,
  EarlierMeasures,
} from '@/life_meetings/types'
import type {
  BoxPage,
  Collection,
  CollectionTerms,
  GatheredList,
  Line,
  NewGathered,
  OpinionImportReport,
  OpinionPage,
  Sheet,
  Voice,
  WaitingOpinions,
} from '@/opinions/types'
import type { NewSession, Reading as StudyReading, StudyView } from '@/studies/types'
import type {
  Asked,
  CopyReport,
  CriticismHint,
  CriticismList,
  CriticismText,
  HintKind,
  Statement,
  StatementKind,
  StatementList,
  StatementStep,
  WaitingStatement,
  TypicalCase,
} from '@/statements/types'
import type {
  Appointment,
  HeadOfUnit,
  HeldTalk,
  NewTalk,
  OwnTalk,
  PaperSignature,
  Talk,
  TalkPlan,
  Talks,
} from '@/talks/types'
import type {
  Afterwards,
  BranchTerms,
  FiledState,
  LifeTextKind,
  ListTerms,
  Material,
  MeetingRecord,
  PackageDue,
  PackageForm,
  PresenceChange,
  PublicationTerms,
  RecordEntry,
  Sitting,
  SittingPaper,
  SittingState,
  Spoken,
  TurnTerms,
  Leading,
} from '@/sittings/types'
import type {
  Chronicle,
  ChronicleEntry,
  ChronicleNote,
  PlannedPage,
  WorkPlan,
} from '@/chronology/types'
import type {
  Hiding,
  NewRelease,
  Release,
  ReleaseDocument,
  ReleaseForm,
  ReleaseList,
  WaitingReleases,
  WantedDecision,
  Ground,
} from '@/disclosure/types'
import type { Dossier, FileClaim, LineEdit, PiecePage, Volume } from '@/dossier/types'
import type {
  EvidenceClaim,
  EvidenceCorrection,
  EvidenceItem,
  EvidenceList,
  EvidencePreview,
} from '@/evidence/types'
import type {
  ClaimDifference,
  NewStudy,
  Register,
  Regulation,
  RegulationStep,
  RegulationTerms,
  Study,
  StudyPage,
} from '@/regulations/types'
import type { Accountability, AccountabilityPage, NewAccountability } from '@/supervision/types'
import type { Starter, Template, TemplateFields, Templates } from '@/templates/types'
import type {
  Check as SiteCheck,
  CheckBrief,
  CheckPage,
  CheckTerms,
  Decision,
  DrawnAgain,
  NewDraw,
  PoolView,
  RowForm,
  UnitCounts,
} from '@/supervision/check_types'
import type { Interview, NewInterview } from '@/supervision/interview_types'
import type {
  Application,
  AreaRef,
  Changes,
  Extension,
  Handover,
  HandoverBrief,
  HandoverItem,
  HandoverPart,
  LedgerRow,
  Measure,
  NewEntry,
  NewProgramme,
  Problem,
  Programme,
  Reach,
  WaitingSection,
  SubjectGuard,
} from '@/ledger/types'
import type {
  CluePage,
  Clue,
  Copy,
  Declaration,
  Delivery as FeedbackDelivery,
  Feedback,
  FeedbackList,
  FeedbackToSign,
  Handling,
  NewClue,
  NewTeam,
  OverdueClue,
  Paper,
  Round,
  RoundPage,
  RoundTerms,
  SourceSentence,
  TeamTerms,
  WantedAnswer,
} from '@/inspections/types'
import type { BinEntry, Removal } from '@/ledger/bin_types'
import type {
  CurrentPhase,
  PhaseDraft,
  Phases,
  Task,
  TaskDraft,
  WaitingTasks,
} from '@/ledger/phases/types'
import type {
  AgendaItem,
  AgendaLine,
  Meeting,
  MeetingRow,
  Minute,
  OwnMeeting,
  Proposal,
  Series,
  SeriesTerms,
  Terms,
} from '@/meetings/types'
import type {
  Ladder,
  NewLadder,
  Notice,
  NoticeCounts,
  NoticeDraft,
  NoticePage,
  WaitingNotices,
} from '@/ledger/notice_types'
import type { Batch, BatchReport, BulkChange, BulkOrder, BulkPreview } from '@/ledger/bulk/types'
import type { Groups } from '@/ledger/board/types'
import type { Coverage, Quality } from '@/ledger/quality_types'
import type { SharedViews } from '@/ledger/saved_views'
import type { SignerOffered, SlipRegister } from '@/ledger/review/types'
import type { ProgressCheck, ProgressRow } from '@/ledger/report_sheet_types'
import type {
  Edition,
  EditionDifference,
  FigureRows,
  Narrative,
  NarrativeList,
  NarrativePart,
  NewNarrative,
  SectionDraft,
  WantedEdition,
  WritingState,
} from '@/narrative/types'
import type {
  Delivery,
  MailBox,
  MessagePage,
  WantedWebhook,
  Webhook,
  Webhooks,
} from '@/notify/types'
import type { Check as ImportCheck, Import, ImportRow, ReadArea } from '@/plan/types'

/** The server said no; `refusal.code` names the rule. Codes starting with "page_" are made here. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.code)
  }
}

type Query = Record<string, string | number | undefined | null>
type Kind = 'problems' | 'measures'

let csrf = ''
let on_signed_out: () => void = () => {}

/** Called when the server no longer knows who asks. */
export function when_signed_out(act: () => void): void {
  on_signed_out = act
}

export function with_query(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function refusal_of(answer: Response): Promise<Refusal> {
  try {
    const body = (await answer.json()) as Refusal
    if (body && body.code) return body
  } catch {
    // Not ours: a proxy's page or an empty body.
  }
  return {
    code: answer.status >= 500 ? 'page_server_failed' : 'page_unexpected_answer',
    args: { status: answer.status },
  }
}

async function ask_server(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  credentials: RequestCredentials = 'same-origin',
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-CSRF-Token'] = csrf
  let payload: BodyInit | undefined
  if (body instanceof Blob) {
    headers['Content-Type'] = 'application/octet-stream'
    payload = body
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json'
    payload = JSON.stringify(body)
  }
  let answer: Response
  try {
    answer = await fetch('/api/v1' + path, {
      method,
      headers,
      body: payload,
      credentials,
      signal,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(0, { code: 'page_no_connection' })
  }
  if (!answer.ok) {
    const refused = new Refused(answer.status, await refusal_of(answer))
    if (answer.status === 401 && !path.startsWith('/session')) on_signed_out()
    throw refused
  }
  return answer
}

async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const answer = await ask_server(method, path, body, signal)
  if (answer.status === 204) return undefined as T
  return (await answer.json()) as T
}

/** Without what would tell the server who is signed in here. */
async function send_as_nobody<T>(path: string, body: unknown): Promise<T> {
  const answer = await ask_server('POST', path, body, undefined, 'omit')
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

/** A file that is made when it is asked for: kept under the name the server gave it, or refused like
 *  anything else. */
async function save_file(path: string, body?: Blob): Promise<void> {
  const answer = await ask_server(body ? 'POST' : 'GET', path, body)
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name ? decodeURIComponent(name[1]!) : ''
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // a slow machine is still reading it
}

/** A file that goes up, `told` how much of it is: only XMLHttpRequest says so. */
function send_file<T>(path: string, file: Blob, told: (sent: number) => void): Promise<T> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1' + path)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-CSRF-Token', csrf)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) told(loaded / total)
    }
    request.onerror = () => failed(new Refused(0, { code: 'page_no_connection' }))
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) return done(JSON.parse(response as string) as T)
      if (status === 401) on_signed_out()
      const answer = new Response(response as string, { status: status < 200 ? 500 : status })
      void refusal_of(answer).then((refusal) => failed(new Refused(status, refusal)))
    }
    request.send(file)
  })
}

const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  send<T>('GET', with_query(path, query), undefined, signal)
const post = <T>(path: string, body: unknown) => send<T>('POST', path, body)
const put = <T>(path: string, body: unknown) => send<T>('PUT', path, body)
const patch = <T>(path: string, body: unknown) => send<T>('PATCH', path, body)
const remove = <T>(path: string, query?: Query) => send<T>('DELETE', with_query(path, query))

function keep(session: Session): Session {
  csrf = session.csrf
  return session
}

// accounts
/** Where the browser itself goes to be recognised by the provider of the house. */
export const address_of_provider = (then: string) => with_query('/api/v1/oidc', { then })
export const load_installation = () => get<Installation>('/installation')
export const load_session = () => get<Session>('/session').then(keep)
export const sign_in = (account: string, password: string) =>
  post<Session>('/session', { account, password }).then(keep)
export const give_code = (code: string) => post<Session>('/session/code', { code }).then(keep)
export const load_factor = () => get<FactorState>('/session/factor')
export const offer_factor = (password: string) =>
  post<OfferedFactor>('/session/factor', { password })
export const confirm_factor = (code: string) =>
  put<{ recovery_codes: string[] }>('/session/factor', { code })
export const remove_factor = (password: string) =>
  post<void>('/session/factor/removal', { password })
export const take_off_factor = (id: string) => remove<void>(`/accounts/${id}/factor`)
export const list_sessions = () => get<{ rows: OwnSession[] }>('/sessions')
export const close_session = (id: string) => remove<void>(`/sessions/${id}`)
export const close_other_sessions = () => remove<void>('/sessions')
export const sign_out = () => remove<void>('/session')
export const change_password = (old: string, fresh: string) =>
  put<Session>('/session/password', { old, new: fresh }).then(keep)
export const list_grants = () => get<Page<AccountGrant>>('/grants')
export const list_permission_changes = (state: PermissionChange['state']) =>
  get<Page<PermissionChange>>(with_query('/permission-changes', { state }))
export const ask_for_permission_change = (wanted: WantedPermission) =>
  post<PermissionChange>('/permission-changes', wanted)
export const decide_permission_change = (id: string, agree: boolean, note: string) =>
  put<PermissionChange>(`/permission-changes/${id}/decision`, { agree, note })
export const list_tokens = () => get<OwnTokens>('/tokens')
export const make_token = (token: object) => post<OwnToken & { text: string }>('/tokens', token)
export const list_issued_tokens = () => get<Page<IssuedToken>>('/issued-tokens')
export const revoke_issued_token = (id: string) => remove<void>(`/issued-tokens/${id}`)
export const revoke_token = (id: string) => remove<void>(`/tokens/${id}`)
export const list_roles = () => get<Roles>('/roles')
export const make_role = (role: object) => post<CustomRole>('/roles', role)
export const change_role = (id: string, role: object) => put<CustomRole>(`/roles/${id}`, role)
export const list_programme_titles = () =>
  get<{ rows: { id: string; title: string }[] }>('/programme-titles')
export const list_accounts = () => get<Page<Account>>('/accounts')
export const change_source = (id: string, version: number, source: SignInSource) =>
  put<Account>(`/accounts/${id}/source`, { version, source })
export const create_account = (account: NewAccount) => post<Account>('/accounts', account)
export const reset_password = (id: string) =>
  put<{ initial_password: string }>(`/accounts/${id}/password`, {})
export const disable_account = (id: string, version: number, disabled: boolean) =>
  put<Account>(`/accounts/${id}/disabled`, { version, disabled })
export const list_units = (q = '', closed = false) =>
  get<{ rows: Unit[] }>('/units', { q, closed: closed ? 1 : '' }).then((page) => page.rows)
export const create_unit = (
  unit: Pick<Unit, 'id' | 'name' | 'short_name' | 'kind' | 'parent_id'>,
) => post<Unit>('/units', unit)
export const load_unit = (id: string) => get<UnitView>(`/units/${id}`)
export const rename_unit = (
  id: string,
  change: Pick<Unit, 'version' | 'name' | 'short_name' | 'kind'>,
) => patch<Unit>(`/units/${id}`, change)
export const move_unit = (id: string, version: number, parent_id: string | null) =>
  put<UnitView>(`/units/${id}/parent`, { version, parent_id })
export const merge_unit = (id: string, version: number, into: string) =>
  put<UnitView>(`/units/${id}/successor`, { version, into })
export const close_unit = (id: string, version: number) =>
  put<UnitView>(`/units/${id}/closure`, { version })
export const reopen_unit = (id: string, version: number) =>
  remove<Unit>(`/units/${id}/closure`, { version })
export const unit_workbook = '/api/v1/unit-workbook'
export const check_unit_workbook = (file: File) =>
  send<UnitImportReport>('POST', '/unit-imports/check', file)
export const import_unit_workbook = (file: File, skip_bad: boolean) =>
  send<UnitImportReport>('POST', with_query('/unit-imports', { skip_bad: skip_bad ? 1 : '' }), file)
export const save_bad_unit_rows = (file: File) => save_file('/unit-imports/returned', file)
export const list_persons = (q = '') =>
  get<{ rows: Person[] }>('/persons', { q }).then((page) => page.rows)
export const list_posts = (unit: string, on = '') =>
  get<{ rows: Post[] }>(`/units/${unit}/posts`, { on }).then((page) => page.rows)
export const appoint = (unit: string, wanted: { id: string } & ChosenPerson & PostTerms) =>
  post<Post>(`/units/${unit}/posts`, wanted)
export const correct_post = (id: string, version: number, terms: PostTerms) =>
  patch<Post>(`/posts/${id}`, { version, ...terms })
export const leave_post = (
  id: string,
  leaving: {
    version: number
    until_on: string
    handover_id: string
    risk_note: string
    witness_unit: string
    follower: (ChosenPerson & { from_on: string | null }) | null
  },
) => put<{ post: Post; handover_id: string | null; items: number }>(`/posts/${id}/end`, leaving)
export const list_own_delegations = () =>
  get<{ rows: Delegation[] }>('/delegations').then((page) => page.rows)
export const list_all_delegations = () =>
  get<{ rows: Delegation[] }>('/delegations/all').then((page) => page.rows)
export const list_delegates = (q: string) =>
  get<{ rows: DelegationEnd[] }>('/delegates', { q }).then((page) => page.rows)
export const delegate_to = (wanted: {
  id: string
  to: string
  from_on: string
  until_on: string
  reason: string
}) => post<Delegation>('/delegations', wanted)
export const end_delegation = (id: string) => remove<Delegation>(`/delegations/${id}`)
export const load_preference = (key: string) =>
  get<{ value: unknown }>(`/preferences/${key}`).then((answer) => answer.value)
export const save_preference = (key: string, value: unknown) =>
  put<unknown>(`/preferences/${key}`, { value })

// the journal
export const list_entries = (query: EntryQuery & { behind: string; brief: string }) =>
  get<EntryPage>('/journal', query)
export const load_journal_sources = () => get<Sources>('/journal/sources')
export const export_journal = (form: 'csv' | 'zip', query: EntryQuery) =>
  save_file(with_query(`/journal/export.${form}`, query))
export const load_integrity = () => get<Integrity>('/journal/integrity')
export const start_integrity_check = () => post<Integrity>('/journal/integrity', {})

// calendar
export const load_calendar = (year: number) => get<CalendarYear>(`/calendar/${year}`)
export const save_calendar = (calendar: CalendarYear) =>
  put<CalendarYear>(`/calendar/${calendar.year}`, calendar)

// programmes and the ledger
export const list_programmes = (query: Query) => get<Page<Programme>>('/programmes', query)
export const create_programme = (programme: NewProgramme) =>
  post<Programme>('/programmes', programme)
export const load_programme = (id: string) => get<Programme>(`/programmes/${id}`)
export const list_areas = (programme: string) =>
  get<{ rows: AreaRef[] }>(`/programmes/${programme}/areas`).then((page) => page.rows)
export const list_changes = (programme: string, query: Query) =>
  get<Changes>(`/programmes/${programme}/changes`, query)
export const list_shared_views = (programme: string) =>
  get<SharedViews>(`/programmes/${programme}/views`)
export const share_view = (programme: string, view: { name: string; query: string }) =>
  put<SharedViews>(`/programmes/${programme}/views`, view)
export const drop_shared_view = (programme: string, id: string) =>
  remove<SharedViews>(`/programmes/${programme}/views/${id}`)
export const list_findings = (programme: string, query: Query) =>
  get<Quality>(`/programmes/${programme}/quality`, query)
export const load_coverage = (programme: string, query: Query) =>
  get<Coverage>(`/programmes/${programme}/coverage`, query)
export const change_programme = (id: string, change: object) =>
  patch<Programme>(`/programmes/${id}`, change)
export const list_ledger = (query: Query, signal?: AbortSignal) =>
  get<Page<LedgerRow>>('/ledger', query, signal)
export const list_groups = (query: Query, signal?: AbortSignal) =>
  get<Groups>('/ledger/groups', query, signal)
/** `query` is the list's: it says which rows where the body names none. */
export const preview_bulk_change = (
  programme: string,
  query: Query,
  body: { rows: string[] | null; change: BulkChange },
) => post<BulkPreview>(with_query(`/programmes/${programme}/batches/preview`, query), body)
export const change_in_bulk = (programme: string, order: BulkOrder) =>
  post<BatchReport>(`/programmes/${programme}/batches`, order)
export const list_batches = (programme: string, query: Query) =>
  get<Page<Batch>>(`/programmes/${programme}/batches`, query)
export const load_batch = (id: string, query: Query) => get<BatchReport>(`/batches/${id}`, query)
export const undo_batch = (id: string, order: { id: string; reason: string; quiet: boolean }) =>
  post<BatchReport>(`/batches/${id}/undoing`, order)
export const preview_removal = (kind: Kind, id: string) => get<Removal>(`/${kind}/${id}/removal`)
export const remove_row = (kind: Kind, id: string, version: number, reason: string) =>
  post<BinEntry>(`/${kind}/${id}/removal`, { version, reason })
export const list_bin = (programme: string, query: Query) =>
  get<Page<BinEntry>>(`/programmes/${programme}/bin`, query)
export const restore_removed = (id: string) => post<BinEntry>(`/bin/${id}/restoring`, {})
export const list_row_extensions = (kind: Kind, id: string) =>
  get<{ rows: Extension[]; may_ask: boolean }>(`/${kind}/${id}/extensions`)
export const ask_for_extension = (
  kind: Kind,
  id: string,
  wanted: {
    id: string
    wanted_on: string
    reason: string
    leader_name: string
    leader_on: string | null
  },
) => post<Extension>(`/${kind}/${id}/extensions`, wanted)
export const list_extensions = (query: Query) => get<Page<Extension>>('/extensions', query)
export const decide_extension = (id: string, version: number, agreed: boolean, note: string) =>
  put<Extension>(`/extensions/${id}/ruling`, { version, agreed, note })
export const withdraw_extension = (id: string, version: number) =>
  remove<Extension>(`/extensions/${id}`, { version })
export const list_accountability = (programme: string, query: Query) =>
  get<AccountabilityPage>(`/programmes/${programme}/accountability`, query)
export const record_accountability = (programme: string, record: NewAccountability) =>
  post<Accountability>(`/programmes/${programme}/accountability`, record)
export const revoke_accountability = (id: string, version: number, reason: string) =>
  put<Accountability>(`/accountability/${id}/revocation`, { version, reason })
export const list_interviews = (programme: string, query: Query) =>
  get<Page<Interview>>(`/programmes/${programme}/interviews`, query)
export const record_interview = (programme: string, record: NewInterview) =>
  post<Interview>(`/programmes/${programme}/interviews`, record)
export const revoke_interview = (id: string, version: number, reason: string) =>
  put<Interview>(`/interviews/${id}/revocation`, { version, reason })
export const list_checks = (programme: string, query: Query) =>
  get<CheckPage>(`/programmes/${programme}/checks`, query)
export const plan_check = (
  programme: string,
  wanted: CheckTerms & { id: string; announced: boolean },
) => post<CheckBrief>(`/programmes/${programme}/checks`, wanted)
export const count_checks = (programme: string) =>
  get<{ rows: UnitCounts[] }>(`/programmes/${programme}/check-counts`).then((page) => page.rows)
export const list_own_checks = () =>
  get<{ rows: CheckBrief[] }>('/checks/own').then((page) => page.rows)
export const load_check = (id: string) => get<SiteCheck>(`/checks/${id}`)
export const edit_check = (id: string, terms: CheckTerms & { version: number }) =>
  put<CheckBrief>(`/checks/${id}`, terms)
export const announce_check = (id: string, version: number) =>
  put<CheckBrief>(`/checks/${id}/announcement`, { version })
export const begin_check = (id: string, version: number) =>
  put<CheckBrief>(`/checks/${id}/beginning`, { version })
export const cancel_check = (id: string, version: number, reason: string) =>
  put<CheckBrief>(`/checks/${id}/cancellation`, { version, reason })
export const conclude_check = (id: string, version: number, conclusion: string) =>
  put<CheckBrief>(`/checks/${id}/conclusion`, { version, conclusion })
export const load_pool = (id: string, query: Query) => get<PoolView>(`/checks/${id}/pool`, query)
export const draw_sample = (id: string, draw: NewDraw) =>
  post<SiteCheck>(`/checks/${id}/draws`, draw)
export const add_to_sample = (
  id: string,
  row: { version: number; id: string; kind: string; number: number; why: string },
) => post<SiteCheck>(`/checks/${id}/rows`, row)
export const draw_again = (id: string) => get<DrawnAgain>(`/check-draws/${id}`)
export const bring_check_file = (
  row: string,
  claim: EvidenceClaim,
  file: File,
  told: (sent: number) => void,
) => send_file<SiteCheck>(with_query(`/check-rows/${row}/files`, { ...claim }), file, told)
export const remove_check_file = (id: string, reason: string) =>
  put<SiteCheck>(`/check-files/${id}/removal`, { reason })
export const fill_in_row = (id: string, form: RowForm & { version: number }) =>
  put<SiteCheck>(`/check-rows/${id}/form`, form)
export const decide_on_finding = (id: string, decision: Decision) =>
  post<SiteCheck>(`/check-rows/${id}/consequences`, decision)
export const load_ladder = (programme: string) => get<Ladder>(`/programmes/${programme}/ladder`)
export const save_ladder = (programme: string, ladder: NewLadder) =>
  put<Ladder>(`/programmes/${programme}/ladder`, ladder)
export const count_notices = (programme: string) =>
  get<{ rows: NoticeCounts[] }>(`/programmes/${programme}/notice-counts`)
export const list_notices = (query: Query) => get<NoticePage>('/notices', query)
export const list_waiting_notices = () => get<{ sections: WaitingNotices[] }>('/notices/waiting')
export const load_notice = (id: string) => get<Notice>(`/notices/${id}`)
export const propose_notice = (wanted: { id: string; kind: string; measure_ids: string[] }) =>
  post<Notice>('/notices', wanted)
export const propose_at_once = (programme: string, wanted: { id: string; matter: string }) =>
  post<Notice>(`/programmes/${programme}/at-once-notices`, wanted)
export const edit_notice = (id: string, draft: NoticeDraft) =>
  patch<Notice>(`/notices/${id}`, draft)
export const issue_notice = (id: string, draft: NoticeDraft) =>
  put<Notice>(`/notices/${id}/issue`, draft)
export const dismiss_notice = (id: string, version: number, reason: string) =>
  put<Notice>(`/notices/${id}/dismissal`, { version, reason })
export const sign_for_notice = (id: string, version: number) =>
  put<Notice>(`/notices/${id}/receipt`, { version })
export const answer_notice = (id: string, version: number, text: string) =>
  put<Notice>(`/notices/${id}/answer`, { version, text })
export const send_back_answer = (id: string, version: number, reason: string) =>
  put<Notice>(`/notices/${id}/return`, { version, reason })
export const close_notice = (
  id: string,
  closing: { version: number; helped: boolean; note: string },
) => put<Notice>(`/notices/${id}/closing`, closing)
export const load_phases = (programme: string) => get<Phases>(`/programmes/${programme}/phases`)
export const set_usual_phases = (programme: string) =>
  post<Phases>(`/programmes/${programme}/phases/usual`, {})
export const add_phase = (programme: string, draft: PhaseDraft) =>
  post<Phases>(`/programmes/${programme}/phases`, draft)
export const edit_phase = (id: string, draft: PhaseDraft) => patch<Phases>(`/phases/${id}`, draft)
export const remove_phase = (id: string, version: number) =>
  remove<Phases>(`/phases/${id}`, { version })
export const add_milestone = (phase: string, draft: TaskDraft) =>
  post<Phases>(`/phases/${phase}/milestones`, draft)
export const load_current_phases = (programme?: string) =>
  get<{ rows: CurrentPhase[] }>('/phases/current', { programme })
export const list_tasks = (query: Query) => get<Page<Task>>('/tasks', query)
export const list_waiting_tasks = (reach: Reach) =>
  get<{ sections: WaitingTasks[] }>('/tasks/waiting', { reach })
export const load_task = (id: string) => get<Task>(`/tasks/${id}`)
export const load_task_history = (id: string) =>
  get<{ rows: HistoryEntry[] }>(`/tasks/${id}/history`)
export const add_task = (programme: string, draft: TaskDraft) =>
  post<Task>(`/programmes/${programme}/tasks`, draft)
export const edit_task = (id: string, draft: TaskDraft) => patch<Task>(`/tasks/${id}`, draft)
export const report_task = (id: string, version: number, report: string) =>
  put<Task>(`/tasks/${id}/report`, { version, report })
export const confirm_task = (id: string, version: number, remark: string) =>
  put<Task>(`/tasks/${id}/confirmation`, { version, remark })
export const send_back_task = (id: string, version: number, reason: string) =>
  put<Task>(`/tasks/${id}/return`, { version, reason })
export const drop_task = (id: string, version: number, reason: string) =>
  put<Task>(`/tasks/${id}/dropping`, { version, reason })
export const list_handovers = (query: Query) => get<Page<HandoverBrief>>('/handovers', query)
export const load_handover = (id: string) => get<Handover>(`/handovers/${id}`)
export const list_handover_items = (id: string, query: Query) =>
  get<Page<HandoverItem>>(`/handovers/${id}/items`, query)
export const change_handover = (
  id: string,
  change: { version: number; risk_note: string; witness_unit: string },
) => patch<Handover>(`/handovers/${id}`, change)
export const keep_handover_item = (
  id: string,
  position: number,
  change: { version: number; kept: boolean },
) => put<Handover>(`/handovers/${id}/items/${position}`, change)
export const renew_handover_list = (id: string, version: number) =>
  put<Handover>(`/handovers/${id}/list`, { version })
export const name_taker = (
  id: string,
  taker: { version: number; from_on: string | null } & ChosenPerson,
) => put<Handover>(`/handovers/${id}/taker`, taker)
export const sign_handover = (
  id: string,
  part: HandoverPart,
  signing: { version: number; on_paper: boolean; signed_on: string | null; note: string },
) => put<Handover>(`/handovers/${id}/signatures/${part}`, signing)
export const take_back_handover = (id: string, version: number) =>
  remove<Handover>(`/handovers/${id}`, { version })
export const load_waiting = (reach: Reach) =>
  get<{ reach: Reach; sections: WaitingSection[] }>('/waiting', { reach }).then(
    (answer) => answer.sections,
  )
export const ledger_workbook = (programme: string, query: Query) =>
  with_query(`/api/v1/programmes/${programme}/ledger.xlsx`, query)
export const save_dossier_catalogue = (programme: string, form: 'docx' | 'xlsx') =>
  save_file(with_query(`/programmes/${programme}/dossier/catalogue`, { form }))
/** `query`: the filters of the ledger. */
export const save_row_documents = (programme: string, document: RowDocument, query: Query = {}) =>
  save_file(with_query(`/programmes/${programme}/documents.zip`, { ...query, document }))
export const list_document_sets = (programme: string) =>
  get<DocumentSets>(`/programmes/${programme}/document-sets`)
export const keep_document_set = (
  programme: string,
  set: SetChoice & { name: string; shared: boolean },
) => put<DocumentSets>(`/programmes/${programme}/document-sets`, set)
export const drop_document_set = (programme: string, id: string) =>
  remove<DocumentSets>(`/programmes/${programme}/document-sets/${id}`)
export const save_document_set = (programme: string, set: SetChoice, on: string, name = '') =>
  save_file(
    with_query(`/programmes/${programme}/document-set.zip`, {
      kinds: set.kinds.join(','),
      period: set.period,
      as_pdf: set.as_pdf ? 1 : '',
      workbooks: set.workbooks ? 1 : '',
      on,
      name,
    }),
  )

export interface WantedReading {
  programme: string | null
  text: string
  fixes?: string[]
  /** Marks like {{…}} stand for figures: nothing in them is read. */
  live_figures?: boolean
}
export const proofread_text = (wanted: WantedReading) => post<Reading>('/proofreading', wanted)
export const proofread_file = (programme: string, file: File) =>
  send<Reading>('POST', with_query('/proofreading/files', { programme, name: file.name }), file)
export const proofread_document = (kind: DocumentKind, id: string, on: string) =>
  get<Reading>(`/documents/${kind}/${id}/proofreading`, { on })
export const proofread_release = (id: string) => get<Reading>(`/releases/${id}/proofreading`)
/** `fixes`: "all", or keys with a point between them. */
export const save_corrected_file = (
  programme: string,
  file: File,
  fixes: string,
  marks: 'tracked' | 'plain',
) =>
  save_file(
    with_query('/proofreading/corrected-files', { programme, name: file.name, fixes, marks }),
    file,
  )
interface FindingPlace {
  programme: string
  digest: string
  finding: string
}
const aside_path = (at: FindingPlace) =>
  `/programmes/${at.programme}/proofreading/${at.digest}/${at.finding}`
export const set_finding_aside = (at: FindingPlace, reason: string) =>
  put<SetAside>(aside_path(at), { reason })
export const take_back_set_aside = (at: FindingPlace) => remove<void>(aside_path(at))
export const load_wordings = () => get<Wordings>('/wordings')
export const add_wording = (id: string, terms: WordingTerms) =>
  post<WordingEntry>('/wordings', { id, ...terms })
export const change_wording = (id: string, version: number, terms: WordingTerms) =>
  put<WordingEntry>(`/wordings/${id}`, { version, ...terms })

export const list_narratives = (programme: string) =>
  get<NarrativeList>(`/programmes/${programme}/narratives`)
export const begin_narrative = (programme: string, wanted: NewNarrative) =>
  post<Narrative>(`/programmes/${programme}/narratives`, wanted)
export const load_narrative = (id: string) => get<Narrative>(`/narratives/${id}`)
export const load_narrative_paper = (id: string) => get<MadeDocument>(`/narratives/${id}/paper`)
export const load_writing_state = (id: string) => get<WritingState>(`/narratives/${id}/state`)
export const load_figure = (id: string, name: string) =>
  get<FigureRows>(`/narratives/${id}/figure`, { name })
const narrative_part = (id: string, part: NarrativePart) => `/narratives/${id}/sections/${part}`
export const write_narrative_section = (id: string, part: NarrativePart, draft: SectionDraft) =>
  put<Narrative>(narrative_part(id, part), draft)
export const hold_section = (id: string, part: NarrativePart, take_over: boolean) =>
  put<WritingState>(`${narrative_part(id, part)}/hold`, { take_over })
export const let_section_go = (id: string, part: NarrativePart) =>
  remove<WritingState>(`${narrative_part(id, part)}/hold`)
export const confirm_figures = (id: string, part: NarrativePart, revision: number) =>
  put<Narrative>(`${narrative_part(id, part)}/confirmation`, { revision })
export const list_section_wordings = (id: string, part: NarrativePart) =>
  get<{ rows: Wording[] }>(`${narrative_part(id, part)}/wordings`).then((found) => found.rows)
export const draft_section = (id: string, part: NarrativePart) =>
  get<{ text: string }>(`${narrative_part(id, part)}/draft`).then((found) => found.text)
export const issue_narrative = (id: string, wanted: WantedEdition) =>
  post<Edition>(`/narratives/${id}/editions`, wanted)
export const load_edition = (id: string) => get<Edition>(`/narrative-editions/${id}`)
export const compare_edition = (id: string) =>
  get<EditionDifference>(`/narrative-editions/${id}/differences`)
export const load_frozen_figure = (id: string, name: string) =>
  get<FigureRows>(`/narrative-editions/${id}/figure`, { name })
export const save_edition = (id: string, form: FileForm, annex: string) =>
  save_file(with_query(`/narrative-editions/${id}/file`, { form, annex }))

export const load_document = (kind: DocumentKind, id: string, query: DocumentQuery) =>
  get<MadeDocument>(`/documents/${kind}/${id}`, { ...query })
export const save_document = (
  kind: DocumentKind,
  id: string,
  form: FileForm,
  query: DocumentQuery,
) => save_file(with_query(`/documents/${kind}/${id}/file`, { form, ...query }))
export const save_report_sheet = (programme: string) =>
  save_file(`/programmes/${programme}/progress-sheet`)
export const check_report_sheet = (programme: string, file: File) =>
  send<ProgressCheck>(
    'POST',
    with_query(`/programmes/${programme}/progress-imports/check`, { name: file.name }),
    file,
  )
/** `mine`: running numbers of measures that are reported on although others did. */
export const apply_report_sheet = (programme: string, file: File, mark: string, mine: number[]) =>
  send<{ rows: ProgressRow[] }>(
    'POST',
    with_query(`/programmes/${programme}/progress-imports`, {
      name: file.name,
      mark,
      mine: mine.join(','),
    }),
    file,
  )
export const save_faulty_rows = (programme: string, file: File) =>
  save_file(
    with_query(`/programmes/${programme}/progress-imports/returned`, { name: file.name }),
    file,
  )
export const add_problem = (programme: string, problem: object) =>
  post<Problem>(`/programmes/${programme}/problems`, problem)
export const add_measure = (problem: string, measure: object) =>
  post<Measure>(`/problems/${problem}/measures`, measure)
export const load_problem = (id: string) => get<Problem>(`/problems/${id}`)
export const load_measure = (id: string) => get<Measure>(`/measures/${id}`)
export const change_row = <T>(kind: Kind, id: string, change: object) =>
  patch<T>(`/${kind}/${id}`, change)
export const load_history = (kind: Kind, id: string) =>
  get<{ rows: HistoryEntry[] }>(`/${kind}/${id}/history`).then((page) => page.rows)
export const link_measure = (id: string, links: object) =>
  put<Measure>(`/measures/${id}/links`, links)

// working a measure
export const report_progress = (id: string, entry: NewEntry) =>
  post<Measure>(`/measures/${id}/entries`, entry)
export const submit_measure = (id: string, version: number) =>
  put<Measure>(`/measures/${id}/submission`, { version })
export const withdraw_measure = (id: string, version: number) =>
  remove<Measure>(`/measures/${id}/submission`, { version })
export const accept_measure = (id: string, decision: object) =>
  put<Measure>(`/measures/${id}/acceptance`, decision)

// working a problem
export const guard_problem = (id: string, version: number, guards: SubjectGuard[]) =>
  put<Problem>(`/problems/${id}/guards`, { version, guards })
export const claim_problem = (id: string, version: number) =>
  put<Problem>(`/problems/${id}/claim`, { version })
export const apply_for_strike_off = (id: string, application: Application & { version: number }) =>
  put<Problem>(`/problems/${id}/application`, application)
export const withdraw_application = (id: string, version: number) =>
  remove<Problem>(`/problems/${id}/application`, { version })
export const strike_off = (id: string, version: number, opinion: string) =>
  put<Problem>(`/problems/${id}/strike-off`, { version, opinion })
export const take_review = (id: string, version: number) =>
  put<Problem>(`/problems/${id}/review/taken`, { version })
export const release_review = (id: string, version: number) =>
  put<Problem>(`/problems/${id}/review/released`, { version })
export const list_signers = (id: string) =>
  get<{ rows: SignerOffered[] }>(`/problems/${id}/review/signers`)
export const ask_to_sign = (id: string, version: number, account_id: string) =>
  post<Problem>(`/problems/${id}/review/signers`, { version, account_id })
export const list_slips = (programme: string, query: Query) =>
  get<SlipRegister>(`/programmes/${programme}/slips`, query)
export const open_successor = (id: string, successor: object) =>
  post<Problem>(`/problems/${id}/successor`, successor)
export const send_back = <T>(kind: Kind, id: string, decision: object) =>
  put<T>(`/${kind}/${id}/return`, decision)

// evidence of a row
export const list_evidence = (kind: Kind, id: string) =>
  get<EvidenceList>(`/${kind}/${id}/evidence`)
export const upload_evidence = (
  kind: Kind,
  id: string,
  claim: EvidenceClaim,
  file: File,
  told: (sent: number) => void,
) => send_file<EvidenceList>(with_query(`/${kind}/${id}/evidence`, { ...claim }), file, told)
export const replace_evidence = (
  kind: Kind,
  id: string,
  replaced: string,
  claim: EvidenceClaim,
  file: File,
  told: (sent: number) => void,
) =>
  send_file<EvidenceList>(
    with_query(`/${kind}/${id}/evidence/${replaced}/versions`, { ...claim }),
    file,
    told,
  )
export const link_evidence = (kind: Kind, id: string, evidence: string) =>
  put<EvidenceList>(`/${kind}/${id}/evidence/${evidence}/link`, {})
export const correct_evidence = (
  kind: Kind,
  id: string,
  evidence: string,
  correction: EvidenceCorrection,
) => post<EvidenceList>(`/${kind}/${id}/evidence/${evidence}/corrections`, correction)
export const remove_evidence = (kind: Kind, id: string, evidence: string, reason: string) =>
  put<EvidenceList>(`/${kind}/${id}/evidence/${evidence}/removal`, { reason })
export const search_evidence = (programme: string, q: string) =>
  get<{ rows: EvidenceItem[] }>(`/programmes/${programme}/evidence`, { q }).then(
    (found) => found.rows,
  )
/** Where the browser itself fetches the file, where it shows it, and what the file says. */
const files_at = (path: string) => ({
  file: (id: string) => `/api/v1${path}/${id}/file`,
  view: (id: string) => `/api/v1${path}/${id}/view`,
  preview: (id: string) => get<EvidencePreview>(`${path}/${id}/preview`),
})
export type FileAddresses = ReturnType<typeof files_at>
export const files_of_evidence = files_at('/evidence')
export const files_of_checks = files_at('/check-files')
export const evidence_file = files_of_evidence.file
export const evidence_view = files_of_evidence.view

// messages
export const list_messages = (page: number) =>
  get<MessagePage>('/messages', { page, page_size: 50 })
export const open_live = () => new EventSource('/api/v1/live')
export const count_unread = () =>
  get<{ unread: number }>('/messages/unread').then((answer) => answer.unread)
export const read_message = (id: string) => put<void>(`/messages/${id}/read`, {})
export const read_all_messages = (up_to: number) => put<void>('/messages/read', { up_to })

export const load_mail_box = () => get<MailBox>('/mail-box')
export const save_mail_box = (choice: Omit<MailBox, 'offered' | 'bundle_minutes'>) =>
  put<MailBox>('/mail-box', choice)

export const load_webhooks = () => get<Webhooks>('/webhooks')
export const save_webhook = (id: string, wanted: WantedWebhook) =>
  put<Webhook>(`/webhooks/${id}`, wanted)
export const remove_webhook = (id: string) => remove<void>(`/webhooks/${id}`)
export const list_deliveries = (id: string) =>
  get<{ rows: Delivery[] }>(`/webhooks/${id}/deliveries`).then((page) => page.rows)
export const try_webhook = (id: string, delivery: string) =>
  post<Delivery>(`/webhooks/${id}/trial`, { id: delivery })

// imports
export const list_imports = (programme: string) =>
  get<{ rows: ImportRow[] }>('/imports', { programme }).then((page) => page.rows)
export const upload = (programme: string, file: File, signal?: AbortSignal) =>
  send<ImportRow>('POST', with_query('/imports', { programme, name: file.name }), file, signal)
export const load_import = (id: string) => get<Import>(`/imports/${id}`)
export const save_draft = (id: string, version: number, areas: ReadArea[]) =>
  put<Import>(`/imports/${id}/draft`, { version, areas })
export const check_import = (id: string, create_units: boolean) =>
  post<ImportCheck>(`/imports/${id}/check`, { create_units })
export const confirm_import = (id: string, version: number, create_units: boolean) =>
  put<ImportRow>(`/imports/${id}/confirmation`, { version, create_units })
export const undo_import = (id: string, version: number) =>
  remove<ImportRow>(`/imports/${id}/confirmation`, { version })
export const discard_import = (id: string) => remove<void>(`/imports/${id}`)

export const load_bodies = (programme: string, on?: string | null) =>
  get<Bodies>(`/programmes/${programme}/bodies`, { on })
export const add_body = (programme: string, terms: BodyTerms) =>
  post<Body>(`/programmes/${programme}/bodies`, terms)
export const edit_body = (id: string, terms: BodyTerms) => patch<Body>(`/bodies/${id}`, terms)
export const remove_body = (id: string, version: number) =>
  remove<void>(`/bodies/${id}`, { version })
export const load_proposed_bodies = (programme: string) =>
  get<{ rows: BodyShape[] }>(`/programmes/${programme}/bodies/proposals`).then((page) => page.rows)
export const take_over_bodies = (programme: string) =>
  put<Bodies>(`/programmes/${programme}/bodies/proposals`, {})
export const load_tiers = (kind: Kind, id: string) =>
  get<{ rows: TierLine[] }>(`/${kind}/${id}/tiers`).then((page) => page.rows)

export const list_regulations = (programme: string, query: Query) =>
  get<Register>(`/programmes/${programme}/regulations`, query)
export const add_regulation = (programme: string, terms: RegulationTerms) =>
  post<Regulation>(`/programmes/${programme}/regulations`, terms)
export const edit_regulation = (id: string, terms: RegulationTerms) =>
  patch<Regulation>(`/regulations/${id}`, terms)
export const move_regulation = (
  id: string,
  step: Omit<RegulationStep, 'by' | 'at'> & { version: number },
) => post<Regulation>(`/regulations/${id}/steps`, step)
export const compare_claims = (programme: string) =>
  get<{ rows: ClaimDifference[] }>(`/programmes/${programme}/regulations/differences`).then(
    (page) => page.rows,
  )
export const list_regulations_due = () =>
  get<{ rows: Regulation[] }>('/regulations/due').then((page) => page.rows)

export const list_studies = (programme: string, query: Query) =>
  get<StudyPage>(`/programmes/${programme}/studies`, query)
export const add_study = (programme: string, study: NewStudy) =>
  post<Study>(`/programmes/${programme}/studies`, study)
export const remove_study = (id: string, version: number) =>
  remove<void>(`/studies/${id}`, { version })
export const list_campaigns = (programme: string, query: Query) =>
  get<CampaignPage>(`/programmes/${programme}/campaigns`, query)
export const open_campaign = (programme: string, terms: CampaignTerms) =>
  post<Campaign>(`/programmes/${programme}/campaigns`, terms)
export const load_campaign = (id: string) => get<Campaign>(`/campaigns/${id}`)
export const edit_campaign = (id: string, terms: CampaignTerms) =>
  patch<Campaign>(`/campaigns/${id}`, terms)
export const choose_campaign_measures = (id: string, version: number, measure_ids: string[]) =>
  put<Campaign>(`/campaigns/${id}/measures`, { version, measure_ids })
export const conclude_campaign = (
  id: string,
  said: { version: number; summary: string; reasons: { measure_id: string; reason: string }[] },
) => put<Campaign>(`/campaigns/${id}/conclusion`, said)
export const give_up_campaign = (id: string, version: number, reason: string) =>
  put<Campaign>(`/campaigns/${id}/giving-up`, { version, reason })
export const add_campaign_milestone = (id: string, draft: TaskDraft) =>
  post<Campaign>(`/campaigns/${id}/milestones`, draft)

export const list_life_meetings = (programme: string, query: Query) =>
  get<LifeMeetingPage>(`/programmes/${programme}/life-meetings`, query)
export const begin_life_meeting = (programme: string, plan: PlanMessage) =>
  post<LifeMeeting>(`/programmes/${programme}/life-meetings`, plan)
export const read_life_plans = (programme: string, file: File) =>
  send<ReadPlans>(
    'POST',
    with_query(`/programmes/${programme}/life-meeting-readings`, { name: file.name }),
    file,
  )
export const list_life_checklists = () =>
  get<{ rows: Checklist[] }>('/life-meeting-checklists').then((page) => page.rows)
export const check_written_focus = (
  programme: string,
  written: { theme: string; focus: string[] },
) => post<FocusCheck>(`/programmes/${programme}/life-focus-checks`, written)
export const load_focus_check = (id: string) => get<FocusCheck>(`/life-meetings/${id}/focus-check`)
export const load_consultations = (meeting: string) =>
  get<Consultations>(`/life-meetings/${meeting}/consultations`)
export const consult_inspection_office = (meeting: string, wanted: ConsultationTerms) =>
  post<Consultations>(`/life-meetings/${meeting}/consultations`, wanted)
export const answer_consultation = (
  id: string,
  answer: { words: string; answered_on: string; answered_by: string },
) => put<Consultations>(`/life-consultations/${id}/answer`, answer)
export const drop_consultation = (id: string) => remove<Consultations>(`/life-consultations/${id}`)
export const list_waiting_life = () => get<WaitingLife>('/life-meetings-waiting')
export const load_life_meeting = (id: string) => get<LifeMeeting>(`/life-meetings/${id}`)
export const edit_life_meeting = (id: string, plan: PlanMessage) =>
  patch<LifeMeeting>(`/life-meetings/${id}`, plan)
export const submit_life_plan = (id: string, version: number) =>
  put<LifeMeeting>(`/life-meetings/${id}/submission`, { version })
export const review_life_plan = (
  id: string,
  said: {
    version: number
    seat: LifeReviewSeat
    verdict: PlanVerdict
    words: string
    said_by: string
  },
) => put<LifeMeeting>(`/life-meetings/${id}/review`, said)
export const revise_life_plan = (id: string, version: number, reason: string) =>
  put<LifeMeeting>(`/life-meetings/${id}/revision`, { version, reason })
export const call_life_meeting = (id: string, version: number) =>
  put<LifeMeeting>(`/life-meetings/${id}/calling`, { version })
export const postpone_life_meeting = (
  id: string,
  to: { version: number; held_on: string; begins_at: string; reason: string },
) => put<LifeMeeting>(`/life-meetings/${id}/day`, to)
export const cancel_life_meeting = (id: string, version: number, reason: string) =>
  put<LifeMeeting>(`/life-meetings/${id}/cancellation`, { version, reason })
export const add_life_participant = (
  id: string,
  who: PlanMessage['participants'][number] & { version: number },
) => post<LifeMeeting>(`/life-meetings/${id}/participants`, who)
export const let_participant_leave = (
  id: string,
  leaving: { version: number; participant: string; left_on: string; reason: string },
) => put<LifeMeeting>(`/life-meetings/${id}/leaving`, leaving)
export const set_life_steps = (id: string, version: number, steps: StepMessage[]) =>
  put<LifeMeeting>(`/life-meetings/${id}/steps`, { version, steps })
export const do_life_step = (
  id: string,
  done: { version: number; position: number; done_on: string | null; remark: string },
) => put<LifeMeeting>(`/life-meetings/${id}/done-step`, done)
/** Official documents that are looked at and taken out at the same address. */
const paper_at = (path: string): PaperAt => ({
  load: () => get<MadeDocument>(path),
  save: (form) => save_file(with_query(`${path}/file`, { form })),
})
export const life_paper = (id: string, which: string) =>
  paper_at(`/life-meetings/${id}/papers/${which}`)

// studies
export const load_study = (meeting: string) => get<StudyView>(`/life-meetings/${meeting}/study`)
export const plan_readings = (meeting: string, readings: Omit<StudyReading, 'days_left'>[]) =>
  put<StudyView>(`/life-meetings/${meeting}/study/readings`, { readings })
export const hold_session = (meeting: string, session: NewSession) =>
  put<StudyView>(`/life-meetings/${meeting}/study/sessions`, session)
export const do_own_study = (
  meeting: string,
  own: { id: string; studied_on: string; minutes: number; what: string },
) => put<StudyView>(`/life-meetings/${meeting}/study/own`, own)
export const drop_own_study = (meeting: string, own: string) =>
  remove<StudyView>(`/life-meetings/${meeting}/study/own/${own}`)
export const take_study_note = (
  meeting: string,
  note: { id: string; title: string; text: string },
) => put<StudyView>(`/life-meetings/${meeting}/study/notes`, note)
export const study_paper = (meeting: string, which: string) =>
  paper_at(`/life-meetings/${meeting}/study-papers/${which}`)

// opinions
export const load_opinions = (meeting: string) =>
  get<Collection>(`/life-meetings/${meeting}/opinions`)
export const choose_collection = (meeting: string, terms: CollectionTerms & { version: number }) =>
  put<Collection>(`/life-meetings/${meeting}/opinions`, terms)
export const list_opinion_texts = (meeting: string, query: Query) =>
  get<OpinionPage>(`/life-meetings/${meeting}/opinions/texts`, query)
export const enter_opinions = (meeting: string, sheets: Sheet[]) =>
  post<Collection>(`/life-meetings/${meeting}/opinions/sheets`, { sheets })
export const strike_opinion = (id: string, said: { reason: string; instead: Line | null }) =>
  put<Collection>(`/opinions/${id}/strike`, said)
export const deliver_opinions = (meeting: string) =>
  put<Collection>(`/life-meetings/${meeting}/opinions/delivery`, {})
export const receive_opinions = (meeting: string) =>
  put<Collection>(`/life-meetings/${meeting}/opinions/receipt`, {})
export const note_opinion_receipt = (meeting: string, participant: string) =>
  put<Collection>(`/life-meetings/${meeting}/opinions/paper-receipt`, { participant })
export const list_waiting_opinions = () =>
  get<{ rows: WaitingOpinions[] }>('/opinions/waiting').then((page) => page.rows)
export const make_opinion_codes = (meeting: string, wanted: { count: number; page: string }) =>
  save_file(`/life-meetings/${meeting}/opinions/codes`, new Blob([JSON.stringify(wanted)]))
export const open_opinion_box = (meeting: string) =>
  put<Collection>(`/life-meetings/${meeting}/opinions/box`, {})
export const opinion_workbook = (meeting: string) =>
  `/api/v1/life-meetings/${meeting}/opinions/workbook`
export const check_opinion_workbook = (meeting: string, file: File) =>
  send<OpinionImportReport>('POST', `/life-meetings/${meeting}/opinions/imports/check`, file)
export const import_opinion_workbook = (meeting: string, file: File, skip_bad: boolean) =>
  send<OpinionImportReport>(
    'POST',
    with_query(`/life-meetings/${meeting}/opinions/imports`, { skip_bad: skip_bad ? 1 : '' }),
    file,
  )
export const save_bad_opinion_rows = (meeting: string, file: File) =>
  save_file(`/life-meetings/${meeting}/opinions/imports/returned`, file)
export const opinion_paper = (meeting: string, which: string) =>
  paper_at(`/life-meetings/${meeting}/opinion-papers/${which}`)
export const load_gathered = (meeting: string) =>
  get<GatheredList>(`/life-meetings/${meeting}/gathered-problems`)
export const gather_problem = (meeting: string, wanted: NewGathered) =>
  post<GatheredList>(`/life-meetings/${meeting}/gathered-problems`, wanted)
export const give_gathered = (id: string, given_to: string[]) =>
  put<GatheredList>(`/gathered-problems/${id}/given`, { given_to })
export const claim_gathered = (id: string) =>
  put<GatheredList>(`/gathered-problems/${id}/claim`, {})
export const drop_gathered = (id: string) => remove<GatheredList>(`/gathered-problems/${id}`)

// the box of opinions: asked as nobody, whoever is signed in
export const look_at_box = (code: string) => send_as_nobody<BoxPage>('/opinion-box/look', { code })
export const hand_in_ballot = (ballot: { code: string; voice: Voice; lines: Line[] }) =>
  send_as_nobody<void>('/opinion-box', ballot)

const life_statement = (id: string) => `/life-statements/${id}`
export const list_statements = (meeting: string) =>
  get<StatementList>(`/life-meetings/${meeting}/statements`)
export const begin_statement = (meeting: string, id: string, kind: StatementKind) =>
  post<Statement>(`/life-meetings/${meeting}/statements`, { id, kind })
export const change_asked = (meeting: string, asked: Asked) =>
  put<StatementList>(`/life-meetings/${meeting}/statements-asked`, asked)
export const load_statement = (id: string) => get<Statement>(life_statement(id))
export const write_statement_section = (
  id: string,
  position: number,
  draft: { revision: number; text: string },
) => put<Statement>(`${life_statement(id)}/sections/${position}`, draft)
export const list_statement_wordings = (id: string, position: number) =>
  get<{ rows: Wording[] }>(`${life_statement(id)}/sections/${position}/wordings`).then(
    (found) => found.rows,
  )
export const take_statement_step = (
  id: string,
  step: { version: number; act: StatementStep; words: string },
) => post<Statement>(`${life_statement(id)}/steps`, step)
export const add_statement_remark = (
  id: string,
  remark: { id: string; position: number; quote: string; words: string },
) => post<Statement>(`${life_statement(id)}/remarks`, remark)
export const answer_statement_remark = (
  id: string,
  answer: { id: string; adopted: boolean; words: string },
) => put<Statement>(`${life_statement(id)}/answers`, answer)
export const decide_statement_hint = (
  id: string,
  hint: {
    position: number
    kind: HintKind
    sentence: string
    because: string
    dismissed: boolean
  },
) => put<Statement>(`${life_statement(id)}/hints`, hint)
export const check_statement_copies = (id: string) =>
  post<CopyReport>(`${life_statement(id)}/copies`, {})
export const list_waiting_statements = () =>
  get<{ rows: WaitingStatement[] }>('/life-statements/waiting').then((found) => found.rows)
export const list_criticisms = (meeting: string) =>
  get<CriticismList>(`/life-meetings/${meeting}/criticisms`)
export const write_criticism = (
  meeting: string,
  criticism: CriticismText & { id: string; about_id: string },
) => post<CriticismList>(`/life-meetings/${meeting}/criticisms`, criticism)
export const rewrite_criticism = (
  id: string,
  criticism: CriticismText & { version: number; about_id: string },
) => put<CriticismList>(`/life-criticisms/${id}`, criticism)
export const drop_criticism = (id: string) => remove<CriticismList>(`/life-criticisms/${id}`)
export const hint_at_criticism = (text: CriticismText) =>
  post<{ hints: CriticismHint[] }>('/criticism-hints', text).then((found) => found.hints)
/** A document by the path of its preview; its file lies below. */
/** The statement itself, or what reviewers said of it: of a member, or the team’s. */
export const statement_paper = (meeting: string, what: string, whose: string) =>
  paper_at(`/life-meetings/${meeting}/${what}/${whose}`)
export const statement_compilation = (meeting: string) =>
  paper_at(`/life-meetings/${meeting}/statement-compilation`)
export const criticism_sheet = (meeting: string) =>
  paper_at(`/life-meetings/${meeting}/criticism-sheet`)

export const load_talks = (meeting: string) => get<Talks>(`/life-meetings/${meeting}/talks`)
export const plan_talks = (meeting: string, plan: TalkPlan) =>
  put<Talks>(`/life-meetings/${meeting}/talks/plan`, plan)
export const propose_talk_partners = (meeting: string) =>
  get<{ rows: HeadOfUnit[] }>(`/life-meetings/${meeting}/talks/proposed-partners`).then(
    (found) => found.rows,
  )
export const open_talk = (meeting: string, talk: NewTalk) =>
  post<Talk>(`/life-meetings/${meeting}/talks`, talk)
export const list_own_talks = () =>
  get<{ rows: OwnTalk[] }>('/talks/own').then((found) => found.rows)
export const load_talk = (id: string) => get<Talk>(`/talks/${id}`)
export const propose_talk = (id: string, version: number, appointment: Appointment) =>
  put<Talk>(`/talks/${id}/appointment`, { version, ...appointment })
export const confirm_talk = (id: string, version: number) =>
  put<Talk>(`/talks/${id}/confirmation`, { version })
export const cancel_talk = (id: string, version: number, reason: string) =>
  put<Talk>(`/talks/${id}/cancellation`, { version, reason })
export const record_talk = (id: string, version: number, held: HeldTalk) =>
  put<Talk>(`/talks/${id}/record`, { version, ...held })
export const sign_talk = (id: string, version: number) =>
  put<Talk>(`/talks/${id}/signature`, { version })
export const sign_talk_on_paper = (id: string, signature: PaperSignature) =>
  put<Talk>(`/talks/${id}/paper-signature`, signature)
export const save_talk_calendar = (id: string) => save_file(`/talks/${id}/calendar`)
export const save_talk_record = (id: string, form: FileForm) =>
  save_file(with_query(`/talks/${id}/paper/file`, { form }))
export const save_talk_paper = (meeting: string, which: 'blank' | 'matrix', form: FileForm) =>
  save_file(with_query(`/life-meetings/${meeting}/talks/${which}/file`, { form }))

const sitting = (meeting: string) => `/life-meetings/${meeting}/sitting`
export const load_sitting = (meeting: string) => get<Sitting>(sitting(meeting))
export const load_sitting_state = (meeting: string) =>
  get<SittingState>(`${sitting(meeting)}/state`)
export const arrange_turns = (meeting: string, version: number, turns: TurnTerms[]) =>
  put<Sitting>(`${sitting(meeting)}/turns`, { version, turns })
export const say_presence = (meeting: string, change: PresenceChange) =>
  put<Sitting>(`${sitting(meeting)}/presence`, change)
export const open_sitting = (meeting: string, version: number) =>
  put<Sitting>(`${sitting(meeting)}/opening`, { version })
export const move_turn = (meeting: string, version: number, turn: string) =>
  put<Sitting>(`${sitting(meeting)}/turn`, { version, turn })
export const close_sitting = (meeting: string, version: number) =>
  put<Sitting>(`${sitting(meeting)}/closing`, { version })
const record = (meeting: string) => `/life-meetings/${meeting}/record`
export const load_record = (meeting: string) => get<MeetingRecord>(record(meeting))
export const write_entry = (meeting: string, said: Spoken) =>
  post<RecordEntry>(`${record(meeting)}/entries`, said)
export const correct_entry = (meeting: string, said: Spoken, revision: number) =>
  put<RecordEntry>(`${record(meeting)}/entries`, { ...said, revision })
export const add_record_remark = (meeting: string, id: string, text: string) =>
  post<MeetingRecord>(`${record(meeting)}/remarks`, { id, text })
export const list_typical_cases = (meeting: string) =>
  get<{ rows: TypicalCase[] }>(`/life-meetings/${meeting}/typical-cases`).then((all) => all.rows)
export const load_earlier_measures = (meeting: string) =>
  get<EarlierMeasures>(`/life-meetings/${meeting}/earlier-measures`)
export const load_leading = (meeting: string) => get<Leading>(`/life-meetings/${meeting}/leading`)
export const load_afterwards = (meeting: string) =>
  get<Afterwards>(`/life-meetings/${meeting}/afterwards`)
export const add_list_item = (meeting: string, item: ListTerms & { id: string }) =>
  post<Afterwards>(`/life-meetings/${meeting}/list-items`, item)
export const change_list_item = (
  meeting: string,
  id: string,
  item: ListTerms & { version: number },
) => put<Afterwards>(`/life-meetings/${meeting}/list-items/${id}`, item)
export const remove_list_item = (meeting: string, id: string, version: number) =>
  remove<Afterwards>(`/life-meetings/${meeting}/list-items/${id}`, { version })
export const enter_lists = (meeting: string) =>
  put<Afterwards>(`/life-meetings/${meeting}/list-items-in-ledger`, undefined)
export const draft_life_text = (meeting: string, kind: LifeTextKind) =>
  get<{ text: string }>(`/life-meetings/${meeting}/texts/${kind}/draft`).then((found) => found.text)
export const put_life_text = (
  meeting: string,
  kind: LifeTextKind,
  written: { version: number; text: string; issued_on: string | null },
) => put<Afterwards>(`/life-meetings/${meeting}/texts/${kind}`, written)
export const put_package = (meeting: string, form: PackageForm) =>
  put<Afterwards>(`/life-meetings/${meeting}/packages`, form)
export const add_usual_packages = (meeting: string) =>
  post<Afterwards>(`/life-meetings/${meeting}/usual-packages`, undefined)
export const save_package = (meeting: string, id: string) =>
  save_file(`/life-meetings/${meeting}/packages/${id}/file`)
export const add_publication = (meeting: string, terms: PublicationTerms) =>
  post<Afterwards>(`/life-meetings/${meeting}/publications`, terms)
export const put_branch_meeting = (meeting: string, terms: BranchTerms) =>
  put<Afterwards>(`/life-meetings/${meeting}/branch-meetings`, terms)
export const say_of_material = (
  meeting: string,
  said: { material: Material; state: FiledState; remark: string },
) => put<Afterwards>(`/life-meetings/${meeting}/archive`, said)
export const list_packages_due = () =>
  get<{ rows: PackageDue[] }>('/life-packages').then((found) => found.rows)
export const sitting_paper = (meeting: string, paper: SittingPaper) =>
  paper_at(`/life-meetings/${meeting}/sitting-papers/${paper}`)

export const list_meetings = (programme: string, query: Query) =>
  get<Page<MeetingRow>>(`/programmes/${programme}/meetings`, query)
export const plan_meeting = (
  programme: string,
  meeting: Terms & { id: string; series_id: string | null },
) => post<OwnMeeting>(`/programmes/${programme}/meetings`, meeting)
export const list_series = (programme: string) =>
  get<{ rows: Series[] }>(`/programmes/${programme}/meeting-series`).then((page) => page.rows)
export const open_series = (programme: string, series: SeriesTerms & { id: string }) =>
  post<Series>(`/programmes/${programme}/meeting-series`, series)
export const change_series = (id: string, series: SeriesTerms & { version: number }) =>
  patch<Series>(`/meeting-series/${id}`, series)
export const propose_next = (series: string) => get<Terms>(`/meeting-series/${series}/next`)
export const list_own_meetings = () =>
  get<{ rows: OwnMeeting[] }>('/meetings/own').then((page) => page.rows)
export const load_meeting = (id: string) => get<Meeting>(`/meetings/${id}`)
export const edit_meeting = (id: string, terms: Terms & { version: number }) =>
  patch<OwnMeeting>(`/meetings/${id}`, terms)
export const call_meeting = (id: string, version: number) =>
  put<OwnMeeting>(`/meetings/${id}/notice`, { version })
export const cancel_meeting = (id: string, version: number, reason: string) =>
  put<OwnMeeting>(`/meetings/${id}/cancellation`, { version, reason })
export const note_attendance = (
  id: string,
  note: { line: number; attendance: string; reason: string; proxy: string },
) => put<OwnMeeting>(`/meetings/${id}/attendance`, note)
export const list_proposals = (id: string) =>
  get<{ rows: Proposal[] }>(`/meetings/${id}/proposals`).then((page) => page.rows)
export const set_agenda = (id: string, version: number, items: AgendaLine[]) =>
  put<Meeting>(`/meetings/${id}/agenda`, { version, items })
export const open_meeting = (id: string, version: number) =>
  put<Meeting>(`/meetings/${id}/opening`, { version })
export const write_minute = (id: string, item: string, minute: Minute) =>
  put<AgendaItem>(`/meetings/${id}/items/${item}/minutes`, minute)
export const close_meeting = (id: string, version: number) =>
  put<Meeting>(`/meetings/${id}/closing`, { version })
export const add_remark = (id: string, text: string) =>
  post<Meeting>(`/meetings/${id}/remarks`, { text })
/** What a calendar program is given: the address bears the token. */
export const feed_address = (token: string) =>
  `${location.origin}/api/v1/calendar-feeds/${token}.ics`

export const list_plans = (programme: string) =>
  get<PlanList>(`/programmes/${programme}/plan-versions`)
export const begin_plan = (programme: string, plan: NewPlan) =>
  post<Plan>(`/programmes/${programme}/plan-versions`, plan)
export const load_plan = (id: string) => get<Plan>(`/plan-versions/${id}`)
export const list_waiting_plans = () =>
  get<{ sections: WaitingPlans[] }>('/plan-versions/waiting').then((found) => found.sections)
export const compare_plan = (id: string, since: 'review' | 'issue') =>
  get<{ rows: Difference[] }>(`/plan-versions/${id}/differences`, { since }).then(
    (found) => found.rows,
  )
export const list_wordings = (id: string, part: Part) =>
  get<{ rows: Wording[] }>(`/plan-versions/${id}/sections/${part}/wordings`).then(
    (found) => found.rows,
  )
export const write_section = (
  id: string,
  part: Part,
  section: { revision: number; heading: string; text: string },
) => put<Plan>(`/plan-versions/${id}/sections/${part}`, section)
export const revise_plan = (id: string, revision: { id: string; reason: string }) =>
  post<Plan>(`/plan-versions/${id}/revisions`, revision)
export const consult_on_plan = (id: string, version: number, until: string) =>
  put<Plan>(`/plan-versions/${id}/consultation`, { version, until })
export const comment_on_plan = (
  id: string,
  comment: { id: string; part: Part; problem_id: string | null; text: string },
) => post<Plan>(`/plan-versions/${id}/comments`, comment)
export const answer_comment = (id: string, adopted: Adopted, answer: string) =>
  put<Plan>(`/plan-comments/${id}/answer`, { adopted, answer })
export const deliberate_plan = (
  id: string,
  held: {
    version: number
    held_on: string | null
    held_by: string
    meeting_id: string | null
    conclusion: string
  },
) => put<Plan>(`/plan-versions/${id}/deliberation`, held)
export const commit_to_plan = (
  id: string,
  signature: { version: number; name: string; on: string },
) => put<Plan>(`/plan-versions/${id}/commitment`, signature)
export const submit_plan = (
  id: string,
  review: {
    version: number
    variant: Variant
    due_on: string | null
    seats: { seat: ReviewSeat; unit_id: string }[]
  },
) => put<Plan>(`/plan-versions/${id}/review`, review)
export const review_plan = (
  id: string,
  opinion: {
    seat: ReviewSeat
    verdict: Verdict
    grade: Grade
    reason: string
    checks: Check[]
  },
) => put<Plan>(`/plan-versions/${id}/opinion`, opinion)
export const take_back_plan = (id: string, version: number, reason: string) =>
  put<Plan>(`/plan-versions/${id}/taking-back`, { version, reason })
export const issue_plan = (
  id: string,
  issue: { version: number; number: string; issued_on: string; recipients: string },
) => put<Plan>(`/plan-versions/${id}/issue`, issue)
export const list_sub_plans = (programme: string) =>
  get<{ rows: OwingUnit[] }>(`/programmes/${programme}/sub-plans`).then((found) => found.rows)
export const hand_in_sub_plan = (
  programme: string,
  unit: string,
  plan: { id: string; version: number; goals: string; text: string },
) => put<OwingUnit>(`/programmes/${programme}/sub-plans/${unit}`, plan)
export const decide_sub_plan = (
  programme: string,
  unit: string,
  decision: { version: number; accept: boolean; reason: string },
) => put<OwingUnit>(`/programmes/${programme}/sub-plans/${unit}/decision`, decision)
// chronology
export const list_chronicle = (programme: string, query: Query) =>
  get<Chronicle>(`/programmes/${programme}/chronicle`, query)
export const export_chronicle = (programme: string, query: Query) =>
  save_file(with_query(`/programmes/${programme}/chronicle.xlsx`, query))
export const load_chronicle_entry = (id: string) => get<ChronicleEntry>(`/chronicle-entries/${id}`)
export const write_chronicle = (programme: string, id: string, note: ChronicleNote) =>
  post<ChronicleEntry>(`/programmes/${programme}/chronicle`, { id, ...note })
export const edit_chronicle = (id: string, version: number, note: ChronicleNote) =>
  put<ChronicleEntry>(`/chronicle-entries/${id}`, { version, ...note })
export const remove_chronicle = (id: string, version: number, reason: string) =>
  put<ChronicleEntry>(`/chronicle-entries/${id}/removal`, { version, reason })
export const load_work_plan = (kind: 'measures' | 'tasks', id: string) =>
  get<WorkPlan>(`/${kind}/${id}/work-plan`)
export const set_work_plan = (
  kind: 'measures' | 'tasks',
  id: string,
  said: { version: number; plan: string; item: string },
) => put<WorkPlan>(`/${kind}/${id}/work-plan`, said)
export const list_planned = (programme: string, query: Query) =>
  get<PlannedPage>(`/programmes/${programme}/work-plan`, query)

// disclosure
export const list_releases = (programme: string) =>
  get<ReleaseList>(`/programmes/${programme}/releases`)
export const begin_release = (programme: string, release: NewRelease) =>
  post<Release>(`/programmes/${programme}/releases`, release)
export const read_release_file = (programme: string, file: File) =>
  send_file<{ text: string }>(`/programmes/${programme}/release-texts`, file, () => {})
export const change_hiding = (programme: string, hiding: Hiding) =>
  put<Hiding>(`/programmes/${programme}/hiding`, hiding)
export const list_waiting_releases = () => get<WaitingReleases>('/releases/waiting')
export const load_release = (id: string) => get<Release>(`/releases/${id}`)
export const decide_passages = (id: string, version: number, decisions: WantedDecision[]) =>
  put<Release>(`/releases/${id}/passages`, { version, decisions })
export const mark_passage = (
  id: string,
  mark: {
    version: number
    paragraph: number
    from: number
    length: number
    replacement: string
    ground: Ground
    reason: string
  },
) => post<Release>(`/releases/${id}/passages`, mark)
export const search_release = (id: string, version: number) =>
  post<Release>(`/releases/${id}/search`, { version })
export const correct_release = (id: string, version: number, fixes: string[]) =>
  post<Release>(`/releases/${id}/corrections`, { version, fixes })
export const submit_release = (id: string, version: number) =>
  put<Release>(`/releases/${id}/submission`, { version })
export const exempt_release = (
  id: string,
  exemption: { version: number; ground: Ground; reason: string },
) => put<Release>(`/releases/${id}/exemption`, exemption)
export const approve_release = (
  id: string,
  approval: { version: number; consents: { number: number }[]; opinion: string },
) => put<Release>(`/releases/${id}/approval`, approval)
export const return_release = (id: string, version: number, reason: string) =>
  put<Release>(`/releases/${id}/returning`, { version, reason })
export const publish_release = (
  id: string,
  publication: {
    version: number
    on: string
    channel: string
    link: string
    number: string
    objections_until: string | null
  },
) => put<Release>(`/releases/${id}/publication`, publication)
export const withdraw_release = (id: string, version: number, reason: string) =>
  put<Release>(`/releases/${id}/withdrawal`, { version, reason })
export const note_objection = (
  id: string,
  objection: { id: string; received_on: string; text: string; answer: string },
) => post<Release>(`/releases/${id}/objections`, objection)
export const load_release_paper = (id: string, document: ReleaseDocument) =>
  get<MadeDocument>(`/releases/${id}/paper`, { document })
export const save_release_file = (id: string, document: ReleaseDocument, form: ReleaseForm) =>
  save_file(with_query(`/releases/${id}/file`, { document, form }))

// dossier
export const load_dossier = (programme: string) => get<Dossier>(`/programmes/${programme}/dossier`)
export const list_dossier_pieces = (programme: string, query: Query) =>
  get<PiecePage>(`/programmes/${programme}/dossier/pieces`, query)
export const add_dossier_line = (
  programme: string,
  line: { id: string; stage: string; name: string },
) => post<Dossier>(`/programmes/${programme}/dossier/lines`, line)
export const change_dossier_line = (programme: string, edit: LineEdit) =>
  put<Dossier>(`/programmes/${programme}/dossier/lines`, edit)
export const add_dossier_file = (
  programme: string,
  claim: FileClaim,
  file: File,
  told: (sent: number) => void,
) =>
  send_file<Dossier>(
    with_query(`/programmes/${programme}/dossier/files`, { ...claim, name: file.name }),
    file,
    told,
  )
export const remove_dossier_file = (id: string, reason: string) =>
  put<Dossier>(`/dossier-files/${id}/removal`, { reason })
export const seal_dossier = (programme: string, order: { id: string; reason: string }) =>
  post<Volume>(`/programmes/${programme}/dossier/volumes`, order)
export const list_volume_pieces = (volume: string, query: Query) =>
  get<PiecePage>(`/dossier-volumes/${volume}/pieces`, query)
/** Where the browser itself fetches the bytes; a volume is too large to hold. */
export const dossier_file = (id: string) => `/api/v1/dossier-files/${id}/file`
export const volume_file = (id: string) => `/api/v1/dossier-volumes/${id}/file`

// templates
export const list_templates = () => get<Templates>('/templates')
export const load_template_fields = () => get<TemplateFields>('/template-fields')
export const save_template_starter = (name: Starter) => save_file(`/template-starters/${name}`)
export const add_template = (
  said: { id: string; name: string },
  file: File,
  told: (sent: number) => void,
) => send_file<Template>(with_query('/templates', { ...said, file_name: file.name }), file, told)
export const add_template_version = (id: string, file: File, told: (sent: number) => void) =>
  send_file<Template>(with_query(`/templates/${id}/versions`, { file_name: file.name }), file, told)
export const use_template = (id: string, order: { version: number; number: number }) =>
  put<Template>(`/templates/${id}/use`, order)
export const withdraw_template = (id: string, order: { version: number; reason: string }) =>
  put<Template>(`/templates/${id}/withdrawal`, order)
export const take_back_template = (id: string, order: { version: number }) =>
  put<Template>(`/templates/${id}/return`, order)
export const save_template_file = (id: string, number: number) =>
  save_file(`/templates/${id}/versions/${number}/file`)
export const save_template_document = (id: string, programme: string, wanted: Query) =>
  save_file(with_query(`/templates/${id}/documents/${programme}`, wanted))
// inspections
export const list_rounds = (query: Query) => get<RoundPage>('/rounds', query)
export const open_round = (round: RoundTerms & { id: string }) => post<Round>('/rounds', round)
export const load_round = (id: string) => get<Round>(`/rounds/${id}`)
export const change_round = (id: string, round: RoundTerms & { version: number }) =>
  patch<Round>(`/rounds/${id}`, round)
export const register_team = (round: string, team: NewTeam) =>
  post<Round>(`/rounds/${round}/inspections`, team)
export const change_team = (id: string, team: TeamTerms & { version: number }) =>
  patch<Round>(`/inspections/${id}`, team)
export const set_inspection_days = (
  inspection: string,
  unit: string,
  days: { version: number; begins_on: string | null; ends_on: string | null },
) => put<Round>(`/inspections/${inspection}/units/${unit}`, days)
export const remove_inspected_unit = (inspection: string, unit: string) =>
  remove<Round>(`/inspections/${inspection}/units/${unit}`)
export const link_programme = (inspection: string, unit: string, programme_id: string) =>
  put<Round>(`/inspections/${inspection}/units/${unit}/programme`, { programme_id })

// feedback
export const list_feedback = (programme: string) =>
  get<FeedbackList>(`/programmes/${programme}/feedback`)
export const register_feedback = (programme: string, feedback: Paper & { id: string }) =>
  post<Feedback>(`/programmes/${programme}/feedback`, feedback)
export const read_feedback_file = (programme: string, file: File) =>
  send_file<{ text: string }>(`/programmes/${programme}/feedback-texts`, file, () => {})
export const send_feedback_file = (
  id: string,
  version: number,
  file: File,
  reason: string,
  told: (sent: number) => void,
) =>
  send_file<Feedback>(
    with_query(`/feedback/${id}/file`, { version, name: file.name, reason }),
    file,
    told,
  )
export const feedback_file = (id: string) => `/api/v1/feedback/${id}/file`
export const list_feedback_to_sign = () =>
  get<{ rows: FeedbackToSign[] }>('/feedback/to-sign').then((page) => page.rows)
export const load_feedback = (id: string) => get<Feedback>(`/feedback/${id}`)
export const edit_feedback = (id: string, change: Paper & { version: number; reason: string }) =>
  patch<Feedback>(`/feedback/${id}`, change)
export const deliver_feedback = (id: string, delivery: FeedbackDelivery & { version: number }) =>
  put<Feedback>(`/feedback/${id}/delivery`, delivery)
export const take_back_feedback = (id: string, version: number, reason: string) =>
  put<Feedback>(`/feedback/${id}/taking-back`, { version, reason })
export const sign_for_feedback = (id: string, version: number) =>
  put<Feedback>(`/feedback/${id}/signature`, { version })
export const note_receipt = (id: string, receipt: { version: number; by: string; on: string }) =>
  put<Feedback>(`/feedback/${id}/receipt`, receipt)
export const note_declaration = (id: string, declaration: Declaration & { version: number }) =>
  put<Feedback>(`/feedback/${id}/declaration`, declaration)
export const set_copies = (id: string, version: number, copies: Copy[]) =>
  put<Feedback>(`/feedback/${id}/copies`, { version, copies })
export const answer_sentences = (id: string, answers: WantedAnswer[]) =>
  put<Feedback>(`/feedback/${id}/answers`, { answers })
export const list_sources = (problem: string) =>
  get<{ rows: SourceSentence[] }>(`/problems/${problem}/sentences`).then((page) => page.rows)

// clues
export const list_clues = (programme: string, query: Query) =>
  get<CluePage>(`/programmes/${programme}/clues`, query)
export const record_clue = (programme: string, clue: NewClue) =>
  post<Clue>(`/programmes/${programme}/clues`, clue)
export const list_overdue_clues = (query: Query) =>
  get<{ rows: OverdueClue[]; total: number }>('/clues/overdue', query)
export const handle_clue = (id: string, handling: Handling & { version: number }) =>
  put<Clue>(`/clues/${id}/handling`, handling)
export const revoke_clue = (id: string, version: number, reason: string) =>
  put<Clue>(`/clues/${id}/revocation`, { version, reason })
