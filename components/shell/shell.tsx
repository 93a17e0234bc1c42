import { useTranslations } from 'next-intl'
import { NoticeStrip } from '#components/shell/notice-strip.tsx'
import { SiteFooter } from '#components/shell/site-footer.tsx'
import { SiteHeader } from '#components/shell/site-header.tsx'
import type { PageContext } from '#features/portal/page-model.ts'

/** What surrounds every page: who is looking at what, as of when, and that nothing can be changed. */
export function Shell({ page, children }: { page: PageContext; children: React.ReactNode }) {
  const t = useTranslations('site')
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6 lg:px-8">
      <a
        href="#content"
        className="sr-only bg-paper px-3 py-2 focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        {t('skip')}
      </a>
      <SiteHeader page={page} />
      <NoticeStrip page={page} />
      <main id="content" className="pt-3 pb-14 sm:pt-6 print:pt-3 print:pb-2">
        {children}
      </main>
      <SiteFooter page={page} />
    </div>
  )
}
