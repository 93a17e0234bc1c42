import { cpSync } from 'node:fs'
import { PROJECT_CONTENT } from '#tests/bench/portal.ts'
import { ContentFolder } from '#tests/integration/content-folder.ts'

/** Documents beside the portal's own, so that to be among the first five means something. */
const TEXTS: Readonly<Record<string, string>> = {
  '10_normative/readiness-review/ka.md': `---
Document ID: GOS-10-READINESS-REVIEW
Owner Role: DOCUMENT_CUSTODIAN
---

# მზადყოფნის შეფასების წესი

## შემფასებლის მოვალეობა

შემფასებელი მზადყოფნას მტკიცებულებების საფუძველზე აფასებს და დასკვნას წერილობით ადგენს.

## უარის შემთხვევა

თუ მზადყოფნა დადასტურებული არ არის, გადასვლა გადაიდება და მიზეზი ოქმში აღირიცხება.
`,
  '10_normative/readiness-review/en.md': `---
Document ID: GOS-10-READINESS-REVIEW
Owner Role: DOCUMENT_CUSTODIAN
---

# Rules of the readiness review

## Duty of the reviewer

The reviewer judges readiness by the evidence and writes the conclusion down.

## Refusal

Where readiness is not confirmed, the move is put off and the reason is entered in the minutes.
`,
  '10_normative/incident-response/ka.md': `---
Document ID: GOS-10-INCIDENT
Owner Role: SECURITY_OFFICER
---

# ინციდენტებზე რეაგირების წესი

## შეტყობინება

ინციდენტის აღმოჩენისას მორიგე ინჟინერი უსაფრთხოების ოფიცერს თხუთმეტ წუთში ატყობინებს.

## აღდგენა

მომსახურება აღდგება დამტკიცებული გეგმის მიხედვით; მიყენებული ზიანი ფასდება მეორე დღეს.
`,
  '10_normative/personal-data/ka.md': `---
Document ID: GOS-10-PERSONAL-DATA
Owner Role: COMPLIANCE_OFFICER
---

# პერსონალურ მონაცემთა დაცვა

## დამუშავების საფუძველი

პერსონალური მონაცემები მუშავდება მხოლოდ კანონით დადგენილი საფუძვლის არსებობისას.

## წაშლა

მონაცემთა სუბიექტის მოთხოვნით მონაცემები წაიშლება ან დაიბლოკება ათი დღის განმავლობაში.
`,
  '10_normative/training/ka.md': `---
Owner Role: PROGRAM_OWNER
---

# თანამშრომელთა სწავლება

## სასწავლო გეგმა

ყოველი ახალი თანამშრომელი პირველ თვეში გადის სწავლებას პლატფორმის წესებში.

## გამოცდა

სწავლება სრულდება გამოცდით, რომლის შედეგი პირად საქმეში ინახება.
`,
  '60_technical_specs/backup/ka.md': `---
Document ID: GOS-60-BACKUP
Owner Role: PLATFORM_ENGINEER
---

# სარეზერვო ასლების წესი

## ასლების შექმნა

მონაცემთა ბაზის სარეზერვო ასლი ყოველ ღამეს იქმნება და სხვა რეგიონში ინახება.

## ასლიდან აღდგენა

აღდგენის წვრთნა კვარტალში ერთხელ ტარდება, ხოლო დახარჯული დრო იზომება.

## შენახვის ვადა

ყოველთვიური ასლები შვიდი წლის განმავლობაში ინახება.
`,
  '60_technical_specs/key-management/ka.md': `---
Document ID: GOS-60-KEYS
Owner Role: SECURITY_OFFICER
---

# კრიპტოგრაფიული გასაღებების მართვა

## გასაღების შეცვლა

გასაღები წელიწადში ერთხელ იცვლება, გაჟონვის ეჭვის შემთხვევაში კი დაუყოვნებლივ.

## აპარატურული მოდული

ხელმოწერის გასაღებები აპარატურულ მოდულში ინახება და იქიდან არასოდეს გამოიტანება.
`,
  '60_technical_specs/monitoring/ka.md': `---
Document ID: GOS-60-MONITORING
Owner Role: OBSERVABILITY_OWNER
---

# მონიტორინგი და განგაში

## მაჩვენებლები

სისტემის მაჩვენებლები ყოველ ათ წამში გროვდება. ზღვრის გადაჭარბებისას განგაში ირთვება.

## მორიგეობა

მორიგეთა ცხრილს კვირის დასაწყისში ამტკიცებს ჯგუფის ხელმძღვანელი.
`,
  '60_technical_specs/access-control/ka.md': `---
Document ID: GOS-60-ACCESS
Owner Role: SECURITY_OFFICER
---

# წვდომის მართვა

## უფლებების მინიჭება

მომხმარებელს ენიჭება მხოლოდ ის უფლება, რომელიც სამსახურებრივი მოვალეობისთვის სჭირდება.

## პაროლები

პაროლი სულ მცირე თორმეტი ნიშნისგან შედგება და მეორე ფაქტორით არის გამაგრებული.
`,
  '60_technical_specs/network/en.md': `---
Document ID: GOS-60-NETWORK
Owner Role: PLATFORM_ENGINEER
---

# Network segmentation

## Firewalls

Traffic between subnets is denied unless a firewall rule allows it.

## Certificates

Certificates are renewed thirty days before they expire.
`,
  '80_chain/anchoring/ka.md': `---
Document ID: GOS-80-CHAIN-ANCHORING
Owner Role: CHAIN_OFFICER
---

# ჩანაწერების დამაგრება ჯაჭვში

## დამაგრების სიხშირე

ჩანაწერთა ჰეში ყოველ საათში მაგრდება საჯარო ჯაჭვში თემის \`anchor.requested\` მეშვეობით.

## საკომისიო

ტრანზაქციის საკომისიოს პროგრამის მფლობელი ფარავს.
`,
  '80_chain/payments/ka.md': `---
Document ID: GOS-80-PAYMENTS
Owner Role: LEDGER_ENGINEER
---

# გადახდების ანგარიშსწორება

## ანგარიშსწორების დღე

ანგარიშსწორება ორ სამუშაო დღეში სრულდება.
`,
  '80_chain/payments/en.md':
    '# Settlement of payments\n\n## Day of settlement\n\nPayments are settled within two working days.\n',
  '80_chain/payments/ru.md':
    '# Расчёты по платежам\n\n## День расчётов\n\nРасчёты завершаются в течение двух рабочих дней.\n',
  '80_chain/payments/tr.md':
    '# Ödemelerin mutabakatı\n\n## Mutabakat günü\n\nÖdemeler iki iş günü içinde kesinleşir. İşlem ücretsizdir.\n',
  '80_chain/payments/hy.md':
    '# Վճարումների հաշվարկը\n\n## Հաշվարկի օրը\n\nՎճարումները ավարտվում են երկու աշխատանքային օրում։\n',
  '80_chain/payments/ar.md': '# تسوية المدفوعات\n\n## يوم التسوية\n\nتكتمل تسوية المدفوعات خلال يومي عمل.\n',
}

/** The portal's own content with more documents beside it, without history. */
export function searchedContent(): ContentFolder {
  const content = new ContentFolder()
  cpSync(PROJECT_CONTENT, content.folder, { recursive: true })
  for (const [file, text] of Object.entries(TEXTS)) content.write(file, text)
  return content
}
