/** As one writes by ear. Where a sound may be one of several letters, that which case endings have. */
const BY_EAR =
  'tch ჭ dz ძ zh ჟ gh ღ kh ხ sh შ ch ჩ ts ც ph ფ th თ a ა b ბ c ც d დ e ე f ფ g გ h ჰ i ი j ჯ k კ l ლ m მ n ნ o ო p პ q ქ r რ s ს t თ u უ v ვ w ვ x ხ y ყ z ზ'
/** As one writes on a Georgian keyboard without having switched to Georgian. */
const BY_KEYBOARD =
  'a ა b ბ c ც C ჩ d დ e ე f ფ g გ h ჰ i ი j ჯ J ჟ k კ l ლ m მ n ნ o ო p პ q ქ r რ R ღ s ს S შ t ტ T თ u უ v ვ w წ W ჭ x ხ y ყ z ზ Z ძ'

function reader(letters: string): (word: string) => string {
  const signs = letters.split(' ')
  const georgian = new Map(signs.flatMap((sign, at) => (at % 2 === 0 ? [[sign, signs[at + 1] ?? '']] : [])))
  const pattern = new RegExp([...georgian.keys()].join('|'), 'g')
  return word => word.replace(pattern, sign => georgian.get(sign) ?? sign)
}

const byEar = reader(BY_EAR)
const byKeyboard = reader(BY_KEYBOARD)

const LATIN = /^[A-Za-z'’ʼ]+$/
/** Capitals amid small letters, or a letter that has another sound there. */
const TYPED = /[a-z].*[A-Z]|[A-Z].*[a-z]|[wW]/

/** What Georgian words a word in Latin letters may be meant for; none where it has other letters. */
export function georgianReadings(word: string): string[] {
  if (!LATIN.test(word)) return []
  const letters = word.replace(/['’ʼ]/g, '')
  const typed = TYPED.test(word) ? [byKeyboard(letters).toLowerCase()] : []
  return [...new Set([byEar(letters.toLowerCase()), ...typed])].filter(reading => !/[a-z]/i.test(reading))
}
