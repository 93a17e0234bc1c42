import { standalonePage } from '#app/standalone-page.ts'
import { Problem } from '#components/shell/problem.tsx'

export default async function UnavailablePage({ params }: PageProps<'/[locale]/unavailable'>) {
  return <Problem page={await standalonePage(params)} problem="unavailable" />
}
