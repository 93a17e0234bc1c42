import { getTranslations } from 'next-intl/server'
import { openPage } from '#app/open-page.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { SignInView } from '#components/sign-in/sign-in-view.tsx'

export default async function SignInPage(props: PageProps<'/[locale]/sign-in'>) {
  const { page, problem } = await openPage(props, '/sign-in')
  if (problem) return <Problem page={page} problem={problem} />
  const t = await getTranslations('signIn')
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <SignInView page={page} />
    </Shell>
  )
}
