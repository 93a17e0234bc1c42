import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldWord } from '#features/search/fold-rules.ts'
import { georgianStems } from '#features/search/georgian-stem-rules.ts'
import { keyOf } from '#features/search/key-rules.ts'
import { georgianReadings } from '#features/search/latin-reading-rules.ts'

const stems = (word: string) => georgianStems(foldWord(word))
const shares = (a: readonly string[], b: readonly string[]) => a.some(stem => b.includes(stem))

/** A word and forms of it; each must share a stem with the first. */
const FORMS = [
  'მზადყოფნა მზადყოფნის მზადყოფნაში მზადყოფნას მზადყოფნით მზადყოფნად მზადყოფნამ მზადყოფნისთვის მზადყოფნიდან მზადყოფნამდე მზადყოფნასთან მზადყოფნაზე მზადყოფნისგან მზადყოფნისკენ მზადყოფნაც',
  'ანგარიში ანგარიშის ანგარიშში ანგარიშები ანგარიშების ანგარიშებში ანგარიშს ანგარიშმა',
  'მფლობელი მფლობლის მფლობელმა მფლობლები მფლობლებისთვის მფლობელს',
  'მტკიცებულება მტკიცებულების მტკიცებულებები მტკიცებულებებით მტკიცებულებამდე მტკიცებულებათა',
  'სისტემა სისტემამ სისტემის სისტემებში სისტემიდან',
  'წყარო წყაროს წყაროდან წყაროები წყაროებისთვის',
  'ქვეყანა ქვეყნის ქვეყნები ქვეყანაში',
  'ნომერი ნომრის ნომრები ნომერში',
  'კომპანია კომპანიის კომპანიები კომპანიაში',
  'სტატუსი სტატუსის სტატუსსაც სტატუსები სტატუსით',
  'მხარე მხარის მხარეები მხარეთა მხარემ',
  'სია სიის სიაში სიები სიების სიისთვის',
  'დღე დღის დღით დღეს დღეები დღემდე',
  'წელი წლის წლები წლამდე წელს წლებში',
  'თვე თვის თვეში თვეები',
  'ენა ენის ენები ენაზე ენებით',
  'გზა გზის გზით გზები',
  'ღია ღიის ღიად',
  'გარემო გარემოს გარემოში გარემოები გარემოების',
  'გარემოება გარემოების გარემოებას გარემოებები გარემოებებით გარემოებათა',
].map(forms => forms.split(' '))

describe('the stems of a Georgian word', () => {
  test.each(FORMS.map(forms => [forms[0], forms] as const))(
    '%s has one in common with each of its forms',
    (word, forms) => {
      for (const form of forms) expect(shares(stems(form), stems(word ?? '')), form).toBe(true)
    },
  )

  test('are not those of another word', () => {
    const pairs = [
      ['მფლობელი', 'მტკიცებულება'],
      ['წყარო', 'წყალი'],
      ['ნომერი', 'ნორმა'],
      ['სტატუსი', 'სტატია'],
      ['გარემო', 'გარემოება'],
      ['გარემოს', 'გარემოებებს'],
      ['სახელი', 'სახლი'],
      ['ყველა', 'კვალი'],
      ['ენა', 'ერი'],
    ] as const
    for (const [a, b] of pairs) expect(shares(stems(a), stems(b)), `${a} ${b}`).toBe(false)
  })

  test('are there for any word, and never empty', () => {
    const georgian = fc.string({
      unit: fc.constantFrom(...'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ'),
      minLength: 1,
    })
    fc.assert(fc.property(georgian, word => stems(word).length > 0 && stems(word).every(stem => stem !== '')))
  })

  test('are there at once, however long it is', () => {
    const since = performance.now()
    for (const end of ['ბ', 'ებ']) stems('ა'.repeat(100_000) + end)
    stems(`${'ებ'.repeat(50_000)}ბ`)
    expect(performance.now() - since).toBeLessThan(500)
  })

  test('are the same in Mtavruli', () => {
    expect(stems('ᲛᲖᲐᲓᲧᲝᲤᲜᲘᲡ')).toEqual(stems('მზადყოფნის'))
  })
})

describe('Latin spellings', () => {
  const keys = (word: string) => georgianReadings(word).flatMap(georgianStems).map(keyOf)
  test.each([
    ['მზადყოფნა', 'mzadqopna mzadyofna mzadkopna mzadq’opna mzadyopna'],
    ['შემოწმებაში', 'shemotsmebashi SemowmebaSi shemocmebashi'],
    ['ჟურნალი', 'zhurnali jurnali Jurnali'],
    ['გაღება', 'gagheba gaReba gageba'],
    ['ჭდე', 'chde tchde Wde'],
    ['ხელახლა', 'khelakhla xelaxla'],
    ['თავისთავად', 'tavistavad TavisTavad'],
    ['წესდება', 'tsesdeba wesdeba cesdeba'],
  ])('of %s all have a key of it: %s', (word, spellings) => {
    const own = stems(word).map(keyOf)
    for (const spelling of spellings.split(' ')) expect(shares(keys(spelling), own), spelling).toBe(true)
  })

  test('are none where a word has other letters', () => {
    expect(georgianReadings('straße')).toEqual([])
    expect(georgianReadings('v1')).toEqual([])
  })
})

describe('a folded word', () => {
  test.each([
    ['İSTANBUL', 'ıstanbul'],
    ['Iğdır', 'igdir'],
    ['الْمَدْفُوعَات', 'المدفوعات'],
    ['تسـوية', 'تسويه'],
    ['أحمد', 'احمد'],
    ['Ёлка', 'елка'],
    ['և', 'եւ'],
    ['e\u0301', 'é'],
  ])('%s is the same as %s', (a, b) => {
    expect(foldWord(a)).toBe(foldWord(b))
  })

  test('stays the same when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), word => foldWord(foldWord(word)) === foldWord(word)),
    )
  })
})

test('a name has one key in every script', () => {
  expect(new Set(['კაფკა', 'Kafka', 'Кафка', 'KAFKA'].map(word => keyOf(foldWord(word)))).size).toBe(1)
})
