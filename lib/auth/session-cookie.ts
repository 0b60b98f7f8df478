/** Name of the session cookie. In a file of its own: the proxy reads the name and must not load the session library. */
export const SESSION_COOKIE = 'mizban.session_token';
