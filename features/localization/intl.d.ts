import type { Locale } from '#features/localization/locale-model.ts'
import type { Messages } from '#features/localization/messages.ts'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
