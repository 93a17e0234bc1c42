import { useTranslations } from 'next-intl'
import { ComparedHeads } from '#components/compare/compared-heads.tsx'
import { ComparedRow } from '#components/compare/compared-row.tsx'
import { OtherLanguages } from '#components/compare/other-languages.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PathTrail } from '#components/shell/path-trail.tsx'
import { Authored } from '#components/text/authored.tsx'
import type { TextComparison } from '#features/document/compared-texts-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** A document, or the section about one of its workstreams, in two languages, section against section. */
export function TextsView({ page, comparison }: { page: PageContext; comparison: TextComparison }) {
  const t = useTranslations('sideBySide')
  const { document, number, compared, name } = comparison
  const place = number === null ? '' : `/${number}`
  return (
    <>
      <PageHead page={page} title={t('pageTitle', { title: name.text })} description={t('description')} />
      <PathTrail page={page} document={document} />
      <h1 className="max-w-4xl text-title">{t('title')}</h1>
      <p className="mt-2 text-lead">
        <Authored text={name} locale={page.locale} />
      </p>
      <p className="mt-1 print:hidden">
        <a href={pageHref(page, `/docs/${document.path}${place}`)} className="inline-block py-0.5">
          {t('back')}
        </a>
      </p>
      <OtherLanguages page={page} compared={compared} />
      <ComparedHeads page={page} document={document} texts={compared.texts} />
      {compared.sections.map(row => (
        <ComparedRow key={row.key} page={page} document={document} texts={compared.texts} row={row} />
      ))}
    </>
  )
}
