/** The letters of each script by the national system of Georgia or the usual one, without what tells ejectives apart. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h ჱ ei ჲ i ჳ vi ჴ q ჵ o ჶ p',
    'а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф p х kh ц ts ч ch ш sh щ sh ъ _ ы i ь _ э e ю iu я ia і i ї i є e ґ g ў u',
    'ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ i ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ p',
    'ا a ب b ت t ث t ج j ح h خ kh د d ذ d ر r ز z س s ش sh ص s ض d ط t ظ z ع _ غ gh ف p ق q ك k ل l م m ن n ه h و u ي i ء _ پ p چ ch ژ zh گ g ک k ی i',
  ].flatMap(row => {
    const signs = row.split(' ')
    return signs.flatMap((sign, at) => (at % 2 === 0 ? [[sign, signs[at + 1]?.replace('_', '') ?? '']] : []))
  }),
)

/** Spellings of one sound, the longer first: what one writer tells apart another does not. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/tch|ts|ch/g, 'c'],
  [/sh/g, 's'],
  [/zh/g, 'j'],
  [/dz/g, 'z'],
  [/gh/g, 'g'],
  [/kh/g, 'x'],
  [/ph|f/g, 'p'],
  [/th/g, 't'],
  [/[qy]/g, 'k'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
]

const LONGEST = 48

/**
 * What all spellings of a word have in common, whatever their script: `მზადყოფნა`, `mzadqopna`, `mzadyofna` and
 * `mzadkopna` have one key. Small Latin letters and digits, so that no server's locale can tell them apart wrongly; a
 * letter of another script stays as it is.
 * @param word folded (fold-rules.ts)
 */
export function keyOf(word: string): string {
  const latin = [...word].map(letter => LATIN[letter] ?? letter).join('')
  return ALIKE.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin).slice(0, LONGEST)
}
