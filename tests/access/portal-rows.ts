import type { ReaderScope } from './model.ts'

/** Who is given rows of a relation: everyone all, some scopes all, or each reader those of its class (or of a run's). */
type Rows = 'all' | 'none' | 'by class' | 'by class of the run' | { readonly from: ReaderScope }

export interface Relation {
  readonly rows: Rows
  /** Columns that not everybody has who has rows: from which scope on, or never. */
  readonly columns?: Readonly<Record<string, ReaderScope | 'never'>>
}

/** Of each relation of the database, what DESIGN 8 says of what is in it. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  // What everybody is to know: which content there is, how categories are kept, words of the subject, what is withheld.
  portal: { rows: 'all' },
  category: { rows: 'all' },
  glossary_term: { rows: 'all' },
  withheld: { rows: 'all' },
  // What the admin comes for.
  ingest: { rows: { from: 'admin' } },
  // Content, by the class of each row. Whole texts, and hashes by which a guess could be confirmed, are nobody's.
  document: { rows: 'by class' },
  document_hash: { rows: 'by class' },
  text_revision: {
    rows: 'by class',
    columns: {
      markdown: 'never',
      hash: 'never',
      declared_class: 'never',
      declared_section_classes: 'never',
      declared_note_class: 'never',
    },
  },
  text_section: { rows: 'by class', columns: { hash: 'never', base_hash: 'never' } },
  text_part: { rows: 'by class', columns: { used_by: 'never' } },
  standing_text: { rows: 'by class' },
  workstream: { rows: 'by class' },
  tracker_row: { rows: 'by class' },
  ledger_line: { rows: 'by class', columns: { hash: 'never' } },
  ledger_note: { rows: 'by class' },
  // Evidence: runs and findings are public, what records are found by is for owners, what they carry for reviewers.
  evidence_run: { rows: 'by class', columns: { manifest: 'reviewer' } },
  standing_run: { rows: 'by class of the run' },
  evidence_file: { rows: 'by class of the run' },
  evidence_lane: { rows: 'by class of the run' },
  evidence_finding: { rows: 'by class of the run', columns: { details: 'owner' } },
  evidence_judgement: { rows: 'by class of the run', columns: { profile: 'reviewer' } },
  evidence_record: {
    rows: 'by class of the run',
    columns: {
      run: 'owner',
      number: 'owner',
      lane: 'owner',
      intent: 'owner',
      event_id: 'owner',
      line: 'reviewer',
    },
  },
  // Search is kept apart by class: a table each, and none for all of them.
  search_source: { rows: 'none' },
  search_text: { rows: 'none' },
  search_word: { rows: 'none' },
  search_text_public: { rows: 'all' },
  search_word_public: { rows: 'all' },
  search_text_internal: { rows: { from: 'owner' } },
  search_word_internal: { rows: { from: 'owner' } },
  search_text_restricted: { rows: { from: 'reviewer' } },
  search_word_restricted: { rows: { from: 'reviewer' } },
}

/** Relations that hold no content of the portal, or hold it in a form of their own, with the reason. */
export const APART: Readonly<Record<string, string>> = {
  _prisma_migrations: 'which migrations there were: read by nobody but who migrates',
  evidence_envelope: 'a view for owners alone, tested by what it says of records',
}
