import { startedDemo } from './own-demo';
import type { Credentials } from './browser';

/** A visitor without script or browser: pages are read as text, forms are sent as a browser with scripts off would send them. */
export interface PlainVisitor {
  get(path: string): Promise<{ readonly status: number; readonly html: string }>;
  /** Sends the form with this id of the page; `fields` stand in for what the page's hidden fields say. */
  send(path: string, formId: string, fields: Readonly<Record<string, string | File>>): Promise<PlainAnswer>;
}

export interface PlainAnswer {
  readonly status: number;
  /** Where the answer leads; null where it is a page. */
  readonly location: string | null;
  readonly html: string;
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" };

const decode = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? null : decode(found);
}

/** Hidden fields of a form; null where the page has no such form. */
export function hiddenFields(html: string, formId: string): [name: string, value: string][] | null {
  const form = new RegExp(`<form[^>]*\\sid="${formId}"[^>]*>([\\s\\S]*?)</form>`).exec(html)?.[1];
  if (form === undefined) return null;
  return [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, 'name');
    return name !== null && attribute(tag, 'type') === 'hidden' ? [[name, attribute(tag, 'value') ?? '']] : [];
  });
}

/** Signs somebody in. The demonstration of the test file must be running. */
export async function visitPlainly({ username, password }: Credentials): Promise<PlainVisitor> {
  const { url } = startedDemo();
  let cookie = '';
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, url), { ...init, redirect: 'manual', headers: { cookie, origin: url } });
  const visitor: PlainVisitor = {
    get: async (path) => {
      const response = await ask(path);
      return { status: response.status, html: await response.text() };
    },
    send: async (path, formId, fields) => {
      const { html } = await visitor.get(path);
      const hidden = hiddenFields(html, formId);
      if (hidden === null) throw new Error(`${path} has no form ${formId}.`);
      const data = new FormData();
      for (const [name, value] of hidden) if (!(name in fields)) data.append(name, value);
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      const response = await ask(path, { method: 'POST', body: data });
      const [session] = response.headers.getSetCookie().filter((line) => line.startsWith('mizban.session'));
      if (session) cookie = session.split(';')[0] ?? '';
      return { status: response.status, location: response.headers.get('location'), html: await response.text() };
    },
  };
  const { location } = await visitor.send('/sign-in', 'sign-in', { username, password });
  if (location === null || location.startsWith('/sign-in')) throw new Error(`${username} could not sign in.`);
  return visitor;
}
