import { useTranslations } from 'next-intl'
import type { ShownSection } from '#features/document/document-view-model.ts'

/** Whether a section has something to be called by: a heading, or a place where one is withheld. */
export const hasName = ({ heading, withheld }: ShownSection): boolean => heading !== '' || withheld !== null

/** A section's number and heading; of one that is withheld, that it is. */
export function SectionName({ section }: { section: ShownSection }) {
  const t = useTranslations('withheld')
  return (
    <>
      {section.number !== null && `${section.number}. `}
      {section.withheld ? t('heading') : section.heading}
    </>
  )
}
