import { useTranslations } from 'next-intl'
import { Command } from '#components/text/command.tsx'
import { useWording } from '#components/text/wording.ts'
import type { OwnChecklist } from '#features/checklist/own-work-model.ts'
import { isOwed } from '#features/checklist/own-work-rules.ts'
import { confirmEachCommand, walkCommand } from '#features/checklist/report-command-rules.ts'
import { listed } from '#features/localization/join-rules.ts'

/** The commands by which all that is owed of a checklist is reported. `expected`: what its files hold; null: not for the reader. */
export function OwnCommands({ own, expected }: { own: OwnChecklist; expected: string | null }) {
  const t = useTranslations('own.commands')
  const wording = useWording()
  const { path } = own.checklist.document
  const owed = own.workstreams.filter(isOwed)
  if (owed.length === 0) return null
  const reports = owed.map(workstream => ({ ...workstream, expected, document: path }))
  return (
    <div className="border-t border-line pt-3 text-small print:hidden">
      <h3 className="font-semibold">{t('title')}</h3>
      <p>{t('where')}</p>
      {[...new Set(owed.map(({ ownerRole }) => ownerRole))].map(role => (
        <div key={role} className="mt-2">
          <p>{t('walk', { role })}</p>
          <Command>{walkCommand(role, path)}</Command>
        </div>
      ))}
      <p className="mt-2">
        {t('each', {
          numbers: listed(
            owed.map(({ number }) => number),
            wording,
          ),
          count: owed.length,
        })}
      </p>
      <Command>{confirmEachCommand(reports)}</Command>
      {expected !== null && <p className="mt-2 text-muted">{t('expect')}</p>}
    </div>
  )
}
