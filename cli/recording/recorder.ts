import { rolesOf } from '#features/access/role-holder-model.ts'
import { isOwnerRole, type OwnerRole, type Role } from '#features/access/role-model.ts'
import { askGit } from '#features/ingest/git-ingest.ts'
import { Failure } from '#scripts/failure.js'
import type { OpenChecklist } from './open-checklist.ts'

/** The e-mail address that git gives a commit made here, and the owner roles that `roles.yaml` says it holds. */
export async function ownRoles({
  contentFolder,
  holders,
}: Pick<OpenChecklist, 'contentFolder' | 'holders'>): Promise<{
  email: string
  roles: readonly OwnerRole[]
}> {
  const { output } = await askGit(contentFolder, ['config', 'user.email'])
  const email = output.toString().trim()
  return { email, roles: rolesOf(holders, email).filter(isOwnerRole) }
}

/**
 * The role that a recording is made by where none is named: of those that the git e-mail address holds the owner's of
 * the workstream, else the only one.
 * @throws {Failure} where that leaves it open
 */
export async function usualRole(checklist: OpenChecklist, workstream: number): Promise<Role> {
  const { email, roles } = await ownRoles(checklist)
  const owner = checklist.rows.find(row => row.number === workstream)?.ownerRole
  const [only, ...others] = roles
  if (owner && roles.includes(owner)) return owner
  if (only && others.length === 0) return only
  const found =
    roles.length > 0
      ? `${email} holds ${roles.join(', ')} in roles.yaml, none of them the owner of workstream ${workstream}`
      : `${email || 'no git e-mail address'} holds no owner role in roles.yaml`
  throw new Failure(
    `Who records cannot be told: ${found}.`,
    `Say it with --as${owner ? `, such as --as ${owner}` : ' and a role'}.`,
  )
}
