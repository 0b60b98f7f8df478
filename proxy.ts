import { NextResponse, type NextRequest } from 'next/server';
import { SESSION_COOKIE } from '@/lib/auth/session-cookie';

/** Where somebody without a session cookie is led to the sign-in page. Everything else decides for itself. */
const SIGNED_IN_AREAS = [
  'dashboard',
  'bodies',
  'tracks',
  'review',
  'meeting',
  'my',
  'inspections',
  'indicators',
  'reports',
  'letters',
  'forms',
  'admin',
  'change-password',
];

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
};

/** No script runs that was not part of the answer: inline ones carry the nonce, the others are loaded by those. */
function contentSecurityPolicy(nonce: string): string {
  // React explains errors with eval, in development only
  const forDevelopment = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function isSignedInArea(pathname: string): boolean {
  const area = pathname.split('/')[1] ?? '';
  return SIGNED_IN_AREAS.includes(area);
}

/**
 * Headers for every page, and a first look at the session: whether there is a cookie at all. Whether it is worth anything, and what its
 * owner may do, is decided in each page, action and route.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isForm = request.method !== 'GET' && request.method !== 'HEAD';
  // a form that was sent goes through, so that its action can keep what was written before it asks to sign in
  if (!isForm && isSignedInArea(pathname) && !request.cookies.has(SESSION_COOKIE)) {
    const signIn = request.nextUrl.clone();
    signIn.pathname = '/sign-in';
    signIn.search = new URLSearchParams({ next: `${pathname}${search}` }).toString();
    return withSecurityHeaders(NextResponse.redirect(signIn));
  }

  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  // the framework finds the nonce of its own scripts here
  headers.set('Content-Security-Policy', policy);
  headers.set('x-pathname', pathname);
  const response = NextResponse.next({ request: { headers } });
  // a file of evidence brings a stricter policy of its own (it runs in a sandbox), which this one would replace
  if (!pathname.startsWith('/evidence/')) response.headers.set('Content-Security-Policy', policy);
  return withSecurityHeaders(response);
}

function withSecurityHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  return response;
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|fonts/|favicon.ico|icon.svg).*)'],
};
