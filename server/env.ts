import { z } from 'zod'
import {
  lackingOf,
  SIGN_IN_VARIABLES,
  type SignInSettings,
  signInSettings,
} from '#features/access/sign-in-settings-model.ts'
import { forEachScope, VIEW_VARIABLES, type ViewUrls } from '#features/access/view-urls-model.ts'

const port = z.coerce.number().int().min(0).max(65535)

const environment = z
  .object({
    ...SIGN_IN_VARIABLES,
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(3000),
    MZA_OPS_PORT: port.optional(),
    MZA_ORIGIN: z.url().optional(),
    MZA_VIEW_CONNECTIONS: z.coerce.number().int().min(1).max(100).optional(),
    MZA_CONTENT_URL: z.url({ protocol: /^https?$/ }).optional(),
    MZA_VIEW_GUEST_URL: z.url(),
    MZA_VIEW_OWNER_URL: z.url(),
    MZA_VIEW_REVIEWER_URL: z.url(),
    MZA_VIEW_ADMIN_URL: z.url(),
  })
  .superRefine((given, context) => {
    for (const name of lackingOf(given))
      context.addIssue({ code: 'custom', path: [name], message: 'is needed where OIDC_ISSUER is set' })
  })

export interface GateEnvironment {
  readonly host: string
  readonly port: number
  /** Where figures and details are given to whoever runs the portal; null: nowhere. */
  readonly opsPort: number | null
  /** Scheme, host and port of absolute addresses, without a slash at the end. */
  readonly origin: string
  /** Where the files of the content folder are edited, with a slash at the end; null: nobody said. */
  readonly contentUrl: string | null
  /** Addresses of the database, one for the view login of each scope. */
  readonly viewUrls: ViewUrls
  /** Connections that pages of each scope are read by, at most; null: as many as the scope is worth. */
  readonly viewConnections: number | null
  /** Where people sign in; null: nowhere, everybody is a guest. */
  readonly signIn: SignInSettings | null
}

let parsed: GateEnvironment | undefined

/** The web process's environment, parsed once. Throws with every problem listed. */
export function gateEnvironment(): GateEnvironment {
  parsed ??= parse(process.env)
  return parsed
}

function parse(source: NodeJS.ProcessEnv): GateEnvironment {
  const result = environment.safeParse(source)
  if (!result.success) throw new Error(`The environment is not usable.\n${z.prettifyError(result.error)}`)
  const { HOST, PORT, MZA_OPS_PORT, MZA_ORIGIN, MZA_CONTENT_URL, MZA_VIEW_CONNECTIONS } = result.data
  return {
    host: HOST,
    port: PORT,
    opsPort: MZA_OPS_PORT ?? null,
    origin: MZA_ORIGIN ? new URL(MZA_ORIGIN).origin : `http://127.0.0.1:${PORT}`,
    contentUrl: MZA_CONTENT_URL?.replace(/\/*$/, '/') ?? null,
    viewUrls: forEachScope(scope => result.data[VIEW_VARIABLES[scope]]),
    viewConnections: MZA_VIEW_CONNECTIONS ?? null,
    signIn: signInSettings(result.data),
  }
}
