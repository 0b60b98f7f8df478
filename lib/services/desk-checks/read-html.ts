import { Parser } from 'htmlparser2';
import type { DeskText } from '@/lib/domain/desk-checks';

/** What a reader does not see, and what frames the words of others. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object']);
/** Elements that stand within a line; every other one begins a new line. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** A form may say in its fields what its page is for. */
const SPOKEN = ['alt', 'placeholder', 'aria-label', 'title'];
const MAX_LINKS = 2000;
/** Far beyond what anybody reads; words are worked on one by one. */
const MAX_TEXT = 200_000;
/** The parser looks through the open elements for each that closes, so a page of nothing but open ones would hold the server up. */
const MAX_DEPTH = 500;
const PIECE = 4096;

/** The words of a page as a reader sees them, a line for each block, and its links with their words. Never fails: any text is some page. */
export function readHtml(html: string): DeskText {
  const lines: string[] = [];
  const links: { href: string; text: string }[] = [];
  let [line, length, depth, unseen] = ['', 0, 0, 0];
  let link: { href: string; text: string } | null = null;
  const breakLine = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  const say = (text: string) => {
    if (unseen > 0 || length > MAX_TEXT) return;
    const taken = text.slice(0, MAX_TEXT);
    length += taken.length;
    line += taken;
    if (link !== null) link.text += taken;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      if (UNSEEN.has(name)) unseen += 1;
      if (!INLINE.has(name)) breakLine();
      if (name === 'a' && attributes['href'] !== undefined && links.length < MAX_LINKS) {
        link = { href: attributes['href'], text: '' };
        links.push(link);
      }
      for (const attribute of SPOKEN) if (attributes[attribute]) say(` ${attributes[attribute]} `);
      const isButton = name === 'input' && ['submit', 'button'].includes(attributes['type'] ?? '');
      if (isButton && attributes['value']) say(` ${attributes['value']} `);
    },
    ontext: say,
    onclosetag(name) {
      depth -= 1;
      if (UNSEEN.has(name)) unseen -= 1;
      if (!INLINE.has(name)) breakLine();
      if (name === 'a') link = null;
    },
  });
  for (let at = 0; at < html.length && depth < MAX_DEPTH; at += PIECE) parser.write(html.slice(at, at + PIECE));
  if (depth < MAX_DEPTH) parser.end();
  breakLine();
  return { lines, links };
}
