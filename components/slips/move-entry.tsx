import { useTranslations } from 'next-intl'
import { WithheldNote } from '#components/access/withheld-note.tsx'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { TargetMove } from '#features/checklist/target-move-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

/** One move of a target date: from when to when, who recorded it and why. */
export function MoveEntry({ move, locale }: { move: TargetMove; locale: Locale }) {
  const t = useTranslations('slips')
  const formatDay = useDayFormat()
  const reason = localizedText(move.reason, locale)
  const days = { from: formatDay(move.from), to: formatDay(move.to) }
  return (
    <li>
      {move.from < move.to ? t('moveLater', days) : t('moveEarlier', days)}
      <span className="block text-muted">
        <DayText day={dayInTbilisi(new Date(move.recordedAt))} /> · <Code>{move.by}</Code>
        {reason && (
          <>
            {' · '}
            {t('reason')} <Authored text={reason} locale={locale} />
          </>
        )}
      </span>
      <WithheldNote place="line" class={move.withheld} />
    </li>
  )
}
