/** What a page says of an address that is not there, but for the address itself, to which signing in leads back. */
export const withoutBack = (body: string): string => body.replaceAll(/back=[^"&]*/g, 'back=')
