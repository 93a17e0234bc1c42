import { Prisma } from '#prisma/client/client.ts'

// The partitions that the guest's login may read: a scope that sees more classes reads more of them.

/** Where the texts are that the reader's login may search. */
export const textTable = (): Prisma.Sql => Prisma.raw('search_text_public')

/** Where their words are. */
export const wordTable = (): Prisma.Sql => Prisma.raw('search_word_public')
