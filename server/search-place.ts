const SEARCH = /^\/(?:[a-z]{2}|api\/v1|twins\/(?:csv|md)\/[a-z]{2})\/search(?:\?|$)/

/** Whether an answer is that of a search: there are as many of those as there are words. */
export const isSearch = (target: string): boolean => SEARCH.test(target)
