import type { Repository } from './repository.ts'

export const OWNERS = [
  'ORCHESTRATION_ENGINEER',
  'SECURITY_OFFICER',
  'OBSERVABILITY_OWNER',
  'PLATFORM_ENGINEER',
  'RELEASE_MANAGER',
  'GOVERNANCE_OFFICER',
] as const
type Owner = (typeof OWNERS)[number]

/** Day and time in Tbilisi, who, and the words after `mza`; `--as` is added. */
type Report = readonly [at: string, owner: Owner, ...command: string[]]

const moment = (at: string): string => `${at}:00+04:00`

/** Reports, each committed by whoever gave it. Throws with what was printed where one is refused. */
function report(repository: Repository, reports: readonly Report[]): void {
  for (const [at, owner, ...command] of reports) {
    const { status, output } = repository.mza(moment(at), ...command, '--as', owner)
    if (status !== 0) throw new Error(`${at} ${owner}: mza ${command.join(' ')}\n${output}`)
    repository.commit(owner, moment(at))
  }
}

const FIRST_WEEK: readonly Report[] = [
  ['2026-03-09T10:00', 'ORCHESTRATION_ENGINEER', 'update', '3', '--status', 'IN_PROGRESS'],
  [
    '2026-03-11T16:20',
    'PLATFORM_ENGINEER',
    ...['update', '10', '--status', 'IN_PROGRESS', '--target', '2026-03-19'],
    ...['--reason-ka', 'შემოწმებას ერთი კვირა სჭირდება.', '--reason-en', 'The validation takes a week.'],
    ...[
      '--resolution-ka',
      'Terraform CLI დაყენებულია.',
      '--resolution-en',
      'The Terraform CLI is installed.',
    ],
  ],
  ['2026-03-12T09:15', 'SECURITY_OFFICER', 'update', '6', '--status', 'IN_PROGRESS'],
  ['2026-03-13T11:00', 'ORCHESTRATION_ENGINEER', 'confirm', '5'],
  ['2026-03-13T12:00', 'OBSERVABILITY_OWNER', 'confirm', '7'],
  ['2026-03-13T17:45', 'PLATFORM_ENGINEER', 'confirm', '8'],
  ['2026-03-14T10:05', 'RELEASE_MANAGER', 'confirm', '9', '--for', '2026-03-13'],
]

/** 5 and 6 on one branch… */
const ONE_SIDE: readonly Report[] = [
  ['2026-03-16T15:00', 'ORCHESTRATION_ENGINEER', 'update', '5', '--status', 'IN_PROGRESS'],
  [
    '2026-03-18T13:40',
    'SECURITY_OFFICER',
    ...['update', '6', '--status', 'BLOCKED'],
    ...['--note-ka', 'წვდომა ჯერ არ არის გაცემული.', '--note-en', 'Access has not been granted yet.'],
  ],
]

/** …and on the other. */
const OTHER_SIDE: readonly Report[] = [
  [
    '2026-03-17T09:00',
    'ORCHESTRATION_ENGINEER',
    ...['update', '5', '--status', 'IN_PROGRESS', '--target', '2026-03-20'],
    ...['--reason-ka', 'გაზომვა გრძელდება.', '--reason-en', '=HYPERLINK("https://example.org")'],
  ],
  [
    '2026-03-17T18:30',
    'SECURITY_OFFICER',
    ...['update', '6', '--target', '2026-03-24', '--reason-ka', 'წვდომას ველოდებით.'],
  ],
]

const SECOND_FRIDAY: readonly Report[] = [
  ['2026-03-19T11:00', 'PLATFORM_ENGINEER', 'update', '10', '--status', 'DONE'],
  ['2026-03-20T09:30', 'OBSERVABILITY_OWNER', 'update', '7', '--status', 'IN_PROGRESS'],
  ['2026-03-20T10:00', 'PLATFORM_ENGINEER', 'confirm', '8'],
  ['2026-03-20T10:20', 'RELEASE_MANAGER', 'confirm', '9'],
  ['2026-03-20T14:00', 'GOVERNANCE_OFFICER', 'update', '11', '--status', 'IN_PROGRESS'],
]

const THIRD_WEEK: readonly Report[] = [
  [
    '2026-03-24T12:30',
    'SECURITY_OFFICER',
    ...['update', '6', '--status', 'IN_PROGRESS'],
    ...['--resolution-ka', 'წვდომა გაცემულია.', '--resolution-en', 'Access has been granted.'],
  ],
  ['2026-03-26T17:00', 'ORCHESTRATION_ENGINEER', 'update', '5', '--status', 'DONE'],
  ['2026-03-26T17:05', 'ORCHESTRATION_ENGINEER', 'update', '3', '--status', 'DONE'],
  ['2026-03-27T12:00', 'OBSERVABILITY_OWNER', 'confirm', '7'],
  [
    '2026-03-27T12:10',
    'RELEASE_MANAGER',
    ...['update', '9', '--status', 'IN_PROGRESS', '--target', '2026-04-03', '--reason-ka', 'გარემო იცვლება.'],
  ],
  ['2026-03-27T15:00', 'GOVERNANCE_OFFICER', 'confirm', '11'],
]

/** How the two branches came together. */
export interface Merge {
  /** What `git merge` ended with. */
  readonly conflict: number | null
  /** Whether `mza check` let the files pass as git had left them. */
  readonly passedBefore: boolean
  readonly passedAfter: boolean
}

/** Three Fridays, six owners, two branches that both report on 5 and 6, and their merge. */
export function play(repository: Repository): Merge {
  report(repository, FIRST_WEEK)
  repository.git('branch', 'other')
  report(repository, ONE_SIDE)
  repository.git('checkout', '-q', 'other')
  report(repository, OTHER_SIDE)
  repository.git('checkout', '-q', 'main')
  const merge = together(repository)
  report(repository, SECOND_FRIDAY)
  report(repository, THIRD_WEEK)
  return merge
}

function together(repository: Repository): Merge {
  const at = moment('2026-03-18T16:00')
  const conflict = repository.tryGit('merge', '--no-edit', 'other').status
  const passedBefore = repository.mza(at, 'check').status === 0
  const { status, output } = repository.mza(at, 'resolve')
  if (status !== 0) throw new Error(`mza resolve\n${output}`)
  repository.commit('PLATFORM_ENGINEER', at)
  return { conflict, passedBefore, passedAfter: repository.mza(at, 'check', '--base', 'other').status === 0 }
}
