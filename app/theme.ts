/** Keeps the choice between light and dark; absent while the system's preference counts. */
export const THEME_COOKIE = 'mizban_theme';
