import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { TEXT_LOCALES, type TextLocale } from '#features/localization/locale-model.ts'
import { PROJECT_CONTENT } from '#tests/bench/portal.ts'

const CATEGORIES = ['10_normative', '60_technical_specs', '80_chain'] as const

const words = (text: string): readonly string[] => text.split(' ')

/** Common words and their forms; rarer ones are made of two. */
const WORDS: Record<TextLocale, readonly string[]> = {
  ka: words(
    'წესი წესის მართვა მართვაში მონაცემი მონაცემების გასაღები გასაღებით შემოწმება შემოწმებისას ვადა ვადამდე პასუხისმგებელი ჩანაწერი ჩანაწერებს მოვლენა მოვლენათა სისტემა სისტემიდან უსაფრთხოება უსაფრთხოებისთვის ცვლილება ჟურნალი ანგარიში',
  ),
  en: words(
    'rule rules management data key keys check checks term owner owners record records event events system systems security change changes log report reports',
  ),
  ru: words(
    'правило правила управление данные ключ ключи проверка проверки срок ответственный запись записи событие события система системы безопасность изменение журнал отчёт',
  ),
  tr: words(
    'kural kurallar yönetim veri veriler anahtar denetim süre sorumlu kayıt kayıtlar olay olaylar sistem güvenlik değişiklik günlük rapor',
  ),
  hy: words(
    'կանոն կառավարում տվյալ տվյալներ բանալի ստուգում ժամկետ պատասխանատու գրառում իրադարձություն համակարգ անվտանգություն փոփոխություն մատյան հաշվետվություն',
  ),
  ar: words('قاعدة إدارة بيانات مفتاح مفاتيح فحص مدة مسؤول سجل سجلات حدث أحداث نظام أمن تغيير تقرير'),
}

/** The same numbers in every run: what is measured must not change by itself. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed + 1
  for (;;) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

function textOf(locale: TextLocale, nth: number): string {
  const own = WORDS[locale]
  const series = numbers(nth * 7 + TEXT_LOCALES.indexOf(locale))
  const pick = () => own[series.next().value % own.length] ?? ''
  const sentence = () =>
    `${Array.from({ length: 12 }, (_, at) => (at % 4 === 3 ? pick() + pick() : pick())).join(' ')}.`
  const section = () => `## ${pick()} ${pick()}\n\n${Array.from({ length: 4 }, sentence).join(' ')}\n`
  return `---\nDocument ID: BENCH-${nth}\nOwner Role: CHAIN_OFFICER\n---\n\n# ${pick()} ${pick()} ${nth}\n\n${section()}\n${section()}`
}

const LONG_AGO = '2026-02-02T12:00:00+04:00'

function git(folder: string, ...args: readonly string[]): void {
  const who = { NAME: 'Bench', EMAIL: 'bench@example.org', DATE: LONG_AGO }
  const environment = Object.entries(who).flatMap(([name, value]) => [
    [`GIT_AUTHOR_${name}`, value],
    [`GIT_COMMITTER_${name}`, value],
  ])
  execFileSync('git', args, { cwd: folder, env: { ...process.env, ...Object.fromEntries(environment) } })
}

/** Writes the portal's own content with documents beside it, until there are so many, each in six languages. */
export function writeManyDocuments(folder: string, count: number): void {
  fs.cpSync(PROJECT_CONTENT, folder, { recursive: true })
  for (let nth = 1; nth <= count - 2; nth += 1) {
    const place = path.join(folder, CATEGORIES[nth % CATEGORIES.length] ?? '', `bench-${nth}`)
    fs.mkdirSync(place, { recursive: true })
    for (const locale of TEXT_LOCALES) fs.writeFileSync(path.join(place, `${locale}.md`), textOf(locale, nth))
  }
  // Texts of a day long gone, as most are: pages of changes are about what was written lately.
  git(folder, 'init', '-q')
  git(folder, 'add', '--all')
  git(folder, '-c', 'gc.auto=0', 'commit', '-qm', 'Documents')
}
