import { Code } from '#components/text/code.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import type { Term } from '#features/glossary/glossary-model.ts'
import { definitionOf, termPath } from '#features/glossary/glossary-rules.ts'
import { capitalized } from '#features/localization/join-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import { remarkOn } from '#features/localization/standing-words-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** A term: what it means, and what it is called in every other language, each in its own letters and direction. */
export function TermEntry({ page, term }: { page: PageContext; term: Term }) {
  const wording = useWording()
  const definition = definitionOf(term, page.locale)
  const remark = remarkOn(definition, wording)
  return (
    <article id={`term-${term.id}`} aria-labelledby={`name-${term.id}`} className="mt-4 target:bg-line/40">
      <h3 id={`name-${term.id}`} className="text-lead font-semibold">
        <a href={pageHref(page, termPath(term.id))} className="text-ink no-underline hover:underline">
          {term.name[page.locale]}
        </a>
        {term.code !== undefined && (
          <span className="ms-2 text-small text-muted">
            <Code>{term.code}</Code>
          </span>
        )}
      </h3>
      <p lang={definition.lang} dir="auto" className="mt-1 max-w-prose">
        {definition.text}
      </p>
      {remark !== null && <p className="text-small text-muted">{capitalized(remark, page.locale)}</p>}
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-small">
        {TEXT_LOCALES.filter(lang => lang !== page.locale).map(lang => (
          <div key={lang} className="contents">
            <dt className="text-muted">{nameOf(lang, page.locale)}</dt>
            <dd>
              <bdi lang={lang} dir="auto">
                {term.name[lang]}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
