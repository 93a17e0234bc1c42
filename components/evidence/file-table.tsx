import { useTranslations } from 'next-intl'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import { MANIFEST_NAME } from '#features/evidence/bundle-file-model.ts'
import { filePath } from '#features/evidence/evidence-address-rules.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** The files of a bundle, to be downloaded by those who see them, with what a copy can be told by. */
export function FileTable({ page, view }: { page: PageContext; view: RunView }) {
  const { asOf } = page
  const isSeen = sightOn(page) === 'whole'
  const t = useTranslations('evidence.one')
  const day = asOf.isToday ? '' : `?asOf=${asOf.day}`
  const files = [{ name: MANIFEST_NAME, sha256: view.hash, bytes: null }, ...view.run.files]
  return (
    <FoldingTable
      label={t('files')}
      columns={[t('file'), t('size'), 'sha-256']}
      rows={files.map(({ name, sha256, bytes }) => ({
        key: name,
        cells: [
          isSeen ? (
            <a
              key="name"
              href={filePath(view.environment, view.run.runId, name) + day}
              download
              className="inline-block py-0.5"
            >
              <Verbatim>{name}</Verbatim>
            </a>
          ) : (
            <Verbatim key="name">{name}</Verbatim>
          ),
          bytes === null ? '—' : t('bytes', { bytes }),
          <Verbatim key="hash">{sha256}</Verbatim>,
        ],
      }))}
    />
  )
}
