import { createHash } from 'node:crypto'
import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { capitalized } from '#features/localization/join-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { type Wording, wordingIn } from '#features/localization/wording.ts'
import { element, type Markup } from '#features/xml/xml-rules.ts'
import { preferredLocale } from '#server/language.ts'
import { ACCOUNTS } from './accounts.ts'

/** Without quotes and brackets, which would stand here as references. */
const STYLE = `
:root { color-scheme: light dark }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem }
.mark { border: 0.25rem double; padding: 0.5rem 1rem; font-weight: 600 }
h1 { font-size: 1.5rem; line-height: 1.3 }
h2 { font-size: 1.125rem; margin: 1.5rem 0 0 }
ul { list-style: none; margin: 0; padding: 0 }
a { display: inline-block; padding: 0.375rem 0; overflow-wrap: anywhere }
`

/** Nothing runs, nothing is loaded, and no other page holds it in a frame. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Where people choose whom to be. @param at the address of the choice; each account stands below it */
export async function choicePage(locale: Locale, at: string): Promise<string> {
  const wording = await wordingIn(locale)
  const { t } = wording
  return page(wording, t('signIn.demonstration.choose'), [
    ...[...SCOPES.filter(scope => scope !== 'guest'), 'guest' as const].flatMap(scope => [
      element('h2', {}, capitalized(t(`scopes.${scope}`), locale)),
      element(
        'ul',
        {},
        ...ACCOUNTS.filter(account => account.scope === scope).map(({ id, role }) =>
          element('li', {}, element('a', { href: `${at}/${id}` }, role), ...remark(scope, wording)),
        ),
      ),
    ]),
    element('p', {}, element('a', { href: `${at}/cancel` }, t('signIn.demonstration.cancel'))),
  ])
}

const remark = (scope: Scope, { t }: Wording): string[] =>
  scope === 'guest' ? [` (${t('signIn.demonstration.stranger')})`] : []

/** What people see whose sign-in cannot go on, in the language their browser asks for. */
export async function brokenPage(acceptLanguage: string | undefined): Promise<string> {
  const wording = await wordingIn(preferredLocale(acceptLanguage))
  const { t } = wording
  return page(wording, t('signIn.demonstration.broken'), [
    element('p', {}, t('signIn.demonstration.brokenBody')),
  ])
}

async function page({ locale, t }: Wording, title: string, content: readonly Markup[]): Promise<string> {
  const marks = await Promise.all(MARKED.map(markIn))
  const name = t('signIn.demonstration.name')
  const html = element(
    'html',
    inLanguage(locale),
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'robots', content: 'noindex' }),
      element('title', {}, `${title} · ${name}`),
      element('style', {}, STYLE),
    ),
    element(
      'body',
      {},
      element('header', { class: 'mark' }, ...marks),
      element('main', {}, element('h1', {}, title), ...content),
    ),
  )
  return `<!DOCTYPE html>${html.markup}`
}

/** The languages in which every page says what it is. */
const MARKED: readonly Locale[] = ['ka', 'en']

async function markIn(locale: Locale): Promise<Markup> {
  const { t } = await wordingIn(locale)
  return element('p', inLanguage(locale), t('signIn.demonstration.mark'))
}
