import type { Wish } from '#features/api/request-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { DocumentHead, DocumentView, TextStanding } from '#features/document/document-view-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { sectionSources } from '#features/document/section-source-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { NO_MAPPING } from '#features/evidence/mapping-model.ts'
import { evidenceOf } from '#features/evidence/verdict-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { day } from '#tests/unit/checklist/stories.ts'

export const asked = (locale: Locale, past?: string): Wish => ({
  locale,
  asOf: past ? { day: day(past), isToday: false } : { day: day('2026-03-13'), isToday: true },
})

export const PORTAL = { revision: '0123456789ab', ingestedAt: new Date(0), scope: 'guest' } as const

/** The English text of a document whose Georgian one prevails. */
export const STANDING: TextStanding = {
  lang: 'en',
  authority: 'source',
  behind: 0,
  authoritativeLocale: 'ka',
  approved: false,
  recordedAt: new Date('2026-03-04T08:00:00Z'),
  origin: 'commit',
  commit: 'abc123',
  isLaterThanAsked: false,
}

const HEAD: DocumentHead = {
  path: '80_chain/example',
  title: { text: 'Example', lang: 'en', authority: 'source' },
  metadata: {
    documentId: 'GOS-EXAMPLE',
    version: '0.1.0',
    status: 'DRAFT',
    ownerRole: 'CHAIN_OFFICER',
    lastReviewDate: day('2026-03-04'),
    nextReviewDate: day('2026-04-04'),
    changeLog: null,
    approvedBy: null,
    approvedOn: null,
    sourceLocale: null,
    class: null,
    noteClass: null,
  },
  missingMetadata: ['Change Log'],
  reviewOverdueDays: 0,
  recordedSince: day('2026-03-04'),
  isChecklist: true,
  knownTexts: { count: 1, newestAt: '2026-03-04T12:00:00+04:00' },
  locales: ['en', 'ka', 'ru'],
  sourceLocale: 'en',
  category: {
    code: '80_chain',
    title: { ka: 'ჯაჭვი', en: 'Chain' },
    version: 'v1.0.0',
    ownerRole: 'DOCUMENT_CUSTODIAN',
    reviewCycleDays: 60,
    approvalAuthority: ['GOVERNANCE_ADMIN', 'CHAIN_OFFICER'],
  },
  standing: STANDING,
}

export const documentHead = (over: Partial<DocumentHead> = {}): DocumentHead => ({ ...HEAD, ...over })

/** A document with this text below its title. */
export function documentView(body = '', over: Partial<DocumentHead> = {}): DocumentView {
  const markdown = `---\nVersion: 0.1.0\n---\n\n# Example\n\n${body}`
  const { text } = readText('en.md', markdown)
  const sections = text ? sectionsOf(text.body, text.sectionNames) : []
  const sources = sectionSources(sections, markdown)
  const standing = { lang: 'en', authority: 'source', drift: { kind: 'current' } } as const
  return {
    ...HEAD,
    ...over,
    tracker: [],
    evidenceMapping: NO_MAPPING,
    linkable: new Set(),
    terms: [],
    markdown,
    sections: sections.map((section, index) => ({
      ...section,
      ...standing,
      withheld: null,
      withheldNotes: null,
      markdown: sources[index] ?? '',
      prevailingAnchor: section.anchor,
    })),
    top: standing,
  }
}

/** A workstream that has moved once, and is blocked for the second time. */
export const workstreamView = (over: Partial<WorkstreamView> = {}): WorkstreamView => ({
  number: 3,
  title: { text: 'Idempotency', lang: 'en', authority: 'source' },
  ownerRole: 'ORCHESTRATION_ENGINEER',
  status: 'BLOCKED',
  targetDate: day('2026-03-10'),
  originalTargetDate: day('2026-03-09'),
  slips: [
    {
      recordedAt: '2026-03-06T14:05:00+04:00',
      by: 'ORCHESTRATION_ENGINEER',
      from: day('2026-03-09'),
      to: day('2026-03-10'),
      reason: { ka: 'მიზეზი', en: 'A reason' },
    },
  ],
  blockages: [
    {
      note: { ka: 'პირველი შეფერხება' },
      raisedOn: day('2026-03-05'),
      clearedOn: day('2026-03-06'),
      resolution: null,
    },
    { note: null, raisedOn: day('2026-03-07'), clearedOn: null, resolution: null },
  ],
  lastReportedOn: day('2026-03-07'),
  overdueDays: 3,
  friday: 'due',
  moves: null,
  lines: [],
  withheldNote: null,
  blockerNote: null,
  evidence: evidenceOf(null, [], new Date(0)),
  ...over,
})

export const checklistView = (
  workstreams: readonly WorkstreamView[] = [workstreamView()],
): ChecklistView => ({
  document: documentView(),
  workstreams,
  readiness: {
    total: 1,
    done: 0,
    inProgress: 0,
    blocked: 1,
    todo: 0,
    ready: false,
    reasons: [{ code: 'not-done', workstream: 3, environment: null }],
  },
  environmentOfRun: new Map(),
  lines: [],
  baselineDay: day('2026-03-04'),
  isBaselineImplied: false,
})
