import { useWording } from '#components/text/wording.ts'
import { named } from '#features/localization/join-rules.ts'

/** The name of what follows it, with the mark that the page's language puts between them. */
export const Named = ({ children }: { children: string }) => named(children, useWording())
