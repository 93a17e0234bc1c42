import { Named } from '#components/text/named.tsx'

interface FoldingTableProps {
  readonly label: string
  readonly columns: readonly string[]
  /** Cells in the order of the columns; the first names its row. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[]
  /** Whether there are too many columns for a screen of middle width. */
  readonly isWide?: boolean
}

/** Characters beyond which the name of a column is no word of ours but a run's: it may have to be broken anywhere. */
const LONG = 40

/** Where rows stop being blocks. Classes are found by their whole names. */
const SCREEN = {
  middle: {
    table: 'block w-full border-collapse md:table print:table',
    head: 'sr-only md:not-sr-only md:table-header-group print:not-sr-only print:table-header-group',
    body: 'block md:table-row-group print:table-row-group',
    row: 'block border-b border-line py-2 md:table-row print:table-row',
    cell: 'block md:table-cell md:py-2 md:pe-4 md:align-top print:table-cell print:py-1 print:pe-2 print:align-top',
    first: 'wrap-anywhere md:min-w-40 print:min-w-40',
    name: 'text-muted md:hidden print:hidden',
  },
  wide: {
    table: 'block w-full border-collapse text-small lg:table print:table',
    head: 'sr-only lg:not-sr-only lg:table-header-group print:not-sr-only print:table-header-group',
    body: 'block lg:table-row-group print:table-row-group',
    row: 'block border-b border-line py-2 lg:table-row print:table-row',
    cell: 'block wrap-anywhere lg:table-cell lg:py-2 lg:pe-3 lg:align-top print:table-cell print:py-1 print:pe-2 print:align-top',
    first: '',
    name: 'text-muted lg:hidden print:hidden',
  },
} as const

/**
 * A table whose rows become blocks on a narrow screen, each cell with the name of its column. The roles are written out
 * because `display` takes a table's own away from screen readers.
 */
export function FoldingTable({ label, columns, rows, isWide = false }: FoldingTableProps) {
  const screen = SCREEN[isWide ? 'wide' : 'middle']
  return (
    <table role="table" aria-label={label} className={screen.table}>
      <thead role="rowgroup" className={screen.head}>
        <tr role="row" className="border-b border-ink">
          {columns.map(column => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className={`${column.length > LONG ? 'wrap-anywhere' : ''} py-2 pe-4 text-start align-bottom text-small font-normal text-muted print:pe-2`}
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={screen.body}>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key} role="row" className={screen.row}>
            <th
              role="rowheader"
              scope="row"
              className={`${screen.cell} ${screen.first} text-start font-semibold`}
            >
              {first}
            </th>
            {others.map((cell, index) => (
              <td key={columns[index + 1]} role="cell" className={screen.cell}>
                <span aria-hidden="true" className={screen.name}>
                  <Named>{columns[index + 1] ?? ''}</Named>{' '}
                </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
