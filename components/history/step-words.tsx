import { WithheldNote } from '#components/access/withheld-note.tsx'
import { Authored } from '#components/text/authored.tsx'
import { useWording } from '#components/text/wording.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { textsOf } from '#features/feed/line-texts-rules.ts'
import { stepWords } from '#features/feed/step-words-rules.ts'

/** What a line changed, and what its author says of it: in the page's language, else in the nearest there is. */
export function StepWords({ step }: { step: Step }) {
  const wording = useWording()
  return (
    <>
      <p className="font-semibold">{stepWords(step, wording)}</p>
      {textsOf(step.line, wording).map(({ name, text }) => (
        <p key={name} className="max-w-prose whitespace-pre-line">
          <span className="text-muted">{name}</span> <Authored text={text} locale={wording.locale} />
        </p>
      ))}
      <WithheldNote place="line" class={step.line.withheld?.class ?? null} />
    </>
  )
}
