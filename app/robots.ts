import type { MetadataRoute } from 'next'
import { gateEnvironment } from '#server/env.ts'

export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: `${gateEnvironment().origin}/sitemap.xml` }
}
