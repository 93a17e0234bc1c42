const SHORTEST = 3
/** No word is longer: of what is, only this much is looked at. */
const LONGEST = 64

/** Postpositions with the case endings that they follow, and the particle "too" after a vowel or a dative. */
const JOINED =
  /(?:ისთვის|ისათვის|სთვის|თვის|ისგან|სგან|გან|ისკენ|სკენ|კენ|იდან|დან|ამდე|იმდე|მდე|ისთან|სთან|თან|ივით|ვით|ში|ზე)$/
const PARTICLE = /(?<=[აეიოუსთდმ])(?:აც|ც|ვე)$/
const CASE = /(?:ისა|ითა|ადა|თა|ის|ით|ად|მა|სა|[იმსდოვ])$/
const PLURAL = /(?:ებ)+$/
const VOWELS = /[აეიოუ]+$/
/** Syncope: პასუხისმგებელი, პასუხისმგებლის; ნომერი, ნომრის; ქვეყანა, ქვეყნის. */
const DROPPED = /[აეო](?=[ლრნმ]$)/
/** Stems that keep the vowel in every form, and would be those of other words without it: სახელი is no სახლი. */
const FIRM = new Set(['სახელ', 'ყველ', 'გარემ'])

/**
 * Forms of words whose stem has two letters: სია, სიის; დღე, დღის; ენა, ენები. Nothing of them is an ending that leaves
 * enough of a word.
 */
const SHORT =
  /^([^აეიოუ]{2}|[აეიოუ][^აეიოუ]|[^აეიოუ]ი)(?=[აეი])ე?(?:ებ)?[აეი]?(?:ს|მ|თ|დ|მა|სა|თა)?(?:თვის|გან|კენ|დან|მდე|თან|ვით|ში|ზე)?(?:აც|ც)?$/
/** Stems of which a vowel is left out down to two letters: წელი, წლის. */
const FULL: Readonly<Record<string, string>> = { წლ: 'წელ' }

/** გარემოება, a circumstance, looks like a plural of გარემო, surroundings; გარემოების may be of either. */
const CIRCUMSTANCE = /^(გარემოებ)(ა|ებ)?/

/** The word without an ending; as it is where too little would be left. */
function without(word: string, ending: RegExp): string {
  const rest = word.replace(ending, '')
  return rest.length >= SHORTEST ? rest : word
}

const isSame = (a: string, b: string): boolean => a === b

const withoutDropped = (stem: string): string => (FIRM.has(stem) ? stem : without(stem, DROPPED))

/** What stays in every form: no plural, no vowel at the end, none that some forms drop. */
const rootOf = (word: string): string =>
  withoutDropped(without(without(without(word, VOWELS), PLURAL), VOWELS))

/** The stem of a short word; none of another. It ends in a vowel, so that it is no word of two Latin letters. */
function shortStems(word: string): string[] {
  const [, stem] = SHORT.exec(word) ?? []
  return stem === undefined ? [] : [FULL[stem] ?? `${stem}ა`]
}

/**
 * The stems that a Georgian word may have, the likeliest first. An ending may also be a part of the stem (ანგარიში is no
 * "in ანგარი"), so a word has one for each way to read it; two forms of one word have one in common.
 * @param given folded: Mkhedruli (fold-rules.ts)
 */
export function georgianStems(given: string): string[] {
  const word = given.slice(0, LONGEST)
  const [, circumstance, own] = CIRCUMSTANCE.exec(word) ?? []
  if (circumstance !== undefined && own !== undefined) return [circumstance]
  const plain = without(word, PARTICLE)
  const bare = without(plain, JOINED)
  const readings = [
    without(bare, CASE),
    bare,
    ...(isSame(bare, plain) ? [] : [without(plain, CASE), plain]),
    ...(isSame(plain, word) ? [] : [without(word, CASE)]),
  ]
  const irregular = circumstance === undefined ? shortStems(word) : [circumstance]
  return [...new Set([...readings.map(rootOf), ...irregular])]
}
