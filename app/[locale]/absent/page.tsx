import { standalonePage } from '#app/standalone-page.ts'
import { Problem } from '#components/shell/problem.tsx'

export default async function AbsentPage({ params }: PageProps<'/[locale]/absent'>) {
  return <Problem page={await standalonePage(params)} problem="not-found" />
}
