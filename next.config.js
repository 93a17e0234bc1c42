import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './features/localization/request.ts',
  experimental: { createMessagesDeclaration: './messages/ka.json' },
})

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Metadata always in <head>, never streamed: streamed parts need scripts, and there are none.
  htmlLimitedBots: /.*/,
  // `npm test` judges the types; a reader's first start need not wait for them.
  typescript: { ignoreBuildErrors: true },
}

export default withNextIntl(config)
