/** Ids of the controls that the keys act on; the page gives them to its own controls. */
export const REVIEW_TARGETS = {
  verify: 'review-verify',
  return: 'review-return',
  search: 'review-search',
  item: 'item',
  keys: 'review-keys',
} as const;
