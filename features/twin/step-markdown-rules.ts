import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { Step } from '#features/checklist/step-model.ts'
import { textsOf, withheldTexts } from '#features/feed/line-texts-rules.ts'
import { enteredLater, stepWords } from '#features/feed/step-words-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import { code } from '#features/twin/markdown-rules.ts'
import { authored } from '#features/twin/workstreams-markdown-rules.ts'

/** A line of a ledger, on one line: when, by whom, what it changed and why. */
export const stepItem = (step: Step, wording: Wording): string =>
  [
    wording.t('digest.step', {
      day: dayInTbilisi(new Date(step.line.recordedAt)),
      by: code(step.line.by),
      changes: stepWords(step, wording),
    }),
    ...textsOf(step.line, wording).map(({ name, text }) => `${name} ${authored(text, wording)}`),
    ...withheldTexts(step.line, wording),
    ...enteredLater(step, wording),
  ].join(' ')
