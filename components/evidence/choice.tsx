import type { PageContext } from '#features/portal/page-model.ts'

const FIELD = 'min-h-11 max-w-full border border-muted bg-paper px-2 text-ink'

interface SelectProps {
  readonly name: string
  readonly label: string
  /** What the empty choice is called. */
  readonly any: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: string | null
}

/** One of some values, or any. */
export function Select({ name, label, any, options, chosen }: SelectProps) {
  return (
    <label className="flex max-w-full flex-col">
      {label}
      <select name={name} defaultValue={chosen ?? ''} className={FIELD}>
        <option value="">{any}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly given: string | null
  readonly isNumber?: boolean
}

/** What has too many values to be listed. */
export function Field({ name, label, given, isNumber = false }: FieldProps) {
  return (
    <label className="flex max-w-full flex-col">
      {label}
      <input
        name={name}
        defaultValue={given ?? ''}
        {...(isNumber ? { inputMode: 'numeric', pattern: '[0-9]*', size: 6 } : { size: 22 })}
        className={FIELD}
      />
    </label>
  )
}

interface FormProps {
  readonly page: PageContext
  /** Address without the language. */
  readonly path: string
  readonly submit: string
  readonly children: React.ReactNode
}

/** A plain GET form that keeps the day of the page. */
export function ChoiceForm({ page, path, submit, children }: FormProps) {
  return (
    <form
      method="get"
      action={`/${page.locale}${path}`}
      className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3 text-small"
    >
      {!page.asOf.isToday && <input type="hidden" name="asOf" value={page.asOf.day} />}
      {children}
      <button type="submit" className="min-h-11 cursor-pointer border border-ink px-4 font-semibold text-ink">
        {submit}
      </button>
    </form>
  )
}
