import { useWording } from '#components/text/wording.ts'
import { capitalized } from '#features/localization/join-rules.ts'
import { standingWords } from '#features/localization/standing-words-rules.ts'
import type { Snippet } from '#features/search/search-model.ts'

/** Words around a match, the match marked, with what they count for. */
export function SnippetText({ snippet }: { snippet: Snippet }) {
  const wording = useWording()
  const { pieces, lang, authority, prevailing, ...lag } = snippet
  const own =
    lang === null ? { lang: 'en', translate: 'no' as const } : lang === wording.locale ? {} : { lang }
  return (
    <>
      <p {...own} dir="auto" className="mt-1 max-w-prose wrap-anywhere">
        {pieces.map(({ text, isMatch }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in their order
          isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </p>
      {lang !== null && authority !== null && (
        <p className="text-small text-muted">
          {capitalized(
            standingWords({ text: '', lang, authority, ...lag }, wording, prevailing ?? undefined),
            wording.locale,
          )}
        </p>
      )}
    </>
  )
}
