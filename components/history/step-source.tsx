import { Code } from '#components/text/code.tsx'
import { MomentText } from '#components/text/moment.tsx'
import { useWording } from '#components/text/wording.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { enteredLater } from '#features/feed/step-words-rules.ts'

/** When a line was recorded and by whom; and, where that was later, when it was entered. */
export function StepSource({ step }: { step: Step }) {
  const wording = useWording()
  return (
    <>
      <MomentText instant={new Date(step.line.recordedAt)} /> · <Code>{step.line.by}</Code>
      {enteredLater(step, wording).map(words => (
        <span key={words} className="block font-semibold text-ink">
          {words}
        </span>
      ))}
    </>
  )
}
