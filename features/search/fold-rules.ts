/** Asomtavruli and Nuskhuri, the capitals of old: each a fixed way from its Mkhedruli letter. */
const OLD_GEORGIAN = /[\u10A0-\u10C5\u2D00-\u2D25]/g

const mkhedruli = (letter: string): string => {
  const code = letter.charCodeAt(0)
  return String.fromCharCode(code < 0x2d00 ? code - 0x10a0 + 0x10d0 : code - 0x2d00 + 0x10d0)
}

/** Letters that readers do not tell apart when they type: Arabic seats of hamza, Turkish dotless i, the Armenian ligature. */
const ALIKE: Readonly<Record<string, string>> = {
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ٱ: 'ا',
  և: 'եւ',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
}

/**
 * A word as readers may also write it: small letters (Mtavruli becomes Mkhedruli), no diacritics, no Arabic vowel signs
 * and no tatweel. It depends on no locale: Turkish İ, I, ı and i are one letter.
 */
export const foldWord = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(OLD_GEORGIAN, mkhedruli)
    .normalize('NFD')
    .replace(/[\p{M}ـ'’ʼ`]/gu, '')
    .replace(/[ıةىٱևßæø]/g, letter => ALIKE[letter] ?? letter)
    .normalize('NFC')
