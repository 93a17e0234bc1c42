import { useTranslations } from 'next-intl'
import { Authored } from '#components/text/authored.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Step } from '#features/checklist/step-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

/** What a line changed, and what its author says of it: in the page's language, else in the nearest there is. */
export function StepWords({ step: { line, previous, kinds }, locale }: { step: Step; locale: Locale }) {
  const t = useTranslations('history')
  const formatDay = useDayFormat()
  const dates = { from: formatDay(previous?.targetDate ?? line.targetDate), to: formatDay(line.targetDate) }
  return (
    <>
      <p className="font-semibold">{kinds.map(kind => t(`kind.${kind}`, dates)).join(' ')}</p>
      <Said name={line.status === 'BLOCKED' ? t('blocker') : t('note')} words={line.note} locale={locale} />
      <Said name={t('resolution')} words={line.resolution} locale={locale} />
      <Said name={t('reason')} words={line.reason} locale={locale} />
    </>
  )
}

function Said(props: { name: string; words: LocalizedText | undefined; locale: Locale }) {
  const words = localizedText(props.words ?? null, props.locale)
  if (!words) return null
  return (
    <p className="max-w-prose whitespace-pre-line">
      <span className="text-muted">{props.name}</span> <Authored text={words} locale={props.locale} />
    </p>
  )
}
