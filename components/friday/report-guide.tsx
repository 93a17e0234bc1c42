import { useTranslations } from 'next-intl'
import { Command } from '#components/text/command.tsx'
import { confirmCommand, type ReportToMake, updateCommand } from '#features/checklist/report-command-rules.ts'

/** The commands by which an owner reports, to be copied as they stand. */
export function ReportGuide({ report }: { report: ReportToMake }) {
  const t = useTranslations('friday')
  return (
    <details className="text-small print:hidden">
      <summary className="cursor-pointer py-1">{t('howTo', { number: report.number })}</summary>
      <p className="mt-1">{t('nothingChanged')}</p>
      <Command>{confirmCommand(report)}</Command>
      <p className="mt-2">{t('somethingChanged')}</p>
      <Command>{updateCommand(report)}</Command>
    </details>
  )
}
