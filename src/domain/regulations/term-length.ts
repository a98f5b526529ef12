/** How long an act may take. */

/** In the centre's working time. */
export type Term = { readonly days: number } | { readonly minutes: number };
