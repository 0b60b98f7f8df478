/** A path of this site, or null for anything that could lead elsewhere (`//host`, `/\host`, a scheme) or nowhere. */
export function localPath(text: string | null | undefined): string | null {
  if (!text || !/^\/(?![/\\])/.test(text) || /[\u0000-\u001f\\]/.test(text)) return null;
  const base = 'http://localhost';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // `/.//host` is harmless as it stands and becomes `//host` once the dots are resolved
  return url.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : null;
}

/** The sign-in page that leads back to `path`. */
export function signInPath(path: string): string {
  return `/sign-in?${new URLSearchParams({ next: path }).toString()}`;
}

/** A segment of an address in plain letters; one that is not encoded properly names nothing and stays as it is. */
export function plainSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
