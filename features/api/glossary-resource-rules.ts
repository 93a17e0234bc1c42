import type { GlossaryResource } from '#features/api/glossary-resource-model.ts'
import type { Wish } from '#features/api/request-rules.ts'
import type { Term } from '#features/glossary/glossary-model.ts'
import { definitionOf, lettersOf, nameAuthority, termPath } from '#features/glossary/glossary-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import { pageHref } from '#features/portal/page-model.ts'

/** Terms in the order of a language's letters. */
export const termResources = (terms: readonly Term[], wish: Wish): GlossaryResource['terms'] =>
  lettersOf(terms, wish.locale).flatMap(({ terms: own }) =>
    own.map(term => ({
      id: term.id,
      code: term.code ?? null,
      names: TEXT_LOCALES.map(lang => ({ lang, text: term.name[lang], authority: nameAuthority(lang) })),
      definition: definitionOf(term, wish.locale),
      page: pageHref(wish, termPath(term.id)),
    })),
  )
