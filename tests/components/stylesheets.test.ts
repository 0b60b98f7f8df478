import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const STYLES = path.join(ROOT, 'app/styles');
const sources = readdirSync(STYLES).map((name) => ({ name, text: readFileSync(path.join(STYLES, name), 'utf8') }));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '');

/** Declarations of the rule with this selector, the first or second time it stands in tokens.css. */
function colours(selector: string): Map<string, string> {
  const tokens = sources.find(({ name }) => name === 'tokens.css')?.text ?? '';
  const found = new Map<string, string>();
  postcss.parse(tokens).walkRules((rule) => {
    if (!rule.selectors.includes(selector)) return;
    rule.walkDecls(/^--/, (declaration) => void found.set(declaration.prop, declaration.value));
  });
  return found;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const STATUSES = ['complete', 'ontrack', 'awaiting', 'risk', 'late', 'missed', 'exempt', 'blocked'];

describe('the style sheets', () => {
  let compiled = '';

  beforeAll(async () => {
    const from = path.join(ROOT, 'app/globals.css');
    const result = await postcss([tailwind({ base: ROOT, optimize: { minify: false } })]).process(
      readFileSync(from, 'utf8'),
      { from },
    );
    compiled = result.css;
  }, 60_000);

  it('use no function that Chrome 109 does not know', () => {
    for (const { name, text } of [...sources, { name: 'globals.css as built', text: compiled }]) {
      expect(withoutComments(text).match(/oklch\(|oklab\(|color-mix\(|light-dark\(/g), name).toBeNull();
    }
  });

  it('nest no rules', () => {
    for (const { name, text } of sources) {
      postcss.parse(text).walkRules((rule) => {
        expect(rule.parent?.type, `${name}: ${rule.selector}`).not.toBe('rule');
      });
    }
  });

  it('place things by the start and end of a line, never by a side of the screen', () => {
    const physical = /^(margin|padding|border)-(left|right)|^(left|right|float|clear)$|^text-align$/;
    for (const { name, text } of sources) {
      postcss.parse(text).walkDecls(physical, ({ prop, value }) => {
        const isLogical = prop === 'text-align' && ['start', 'end', 'center'].includes(value);
        expect(isLogical, `${name}: ${prop}: ${value}`).toBe(true);
      });
    }
  });

  it('give the same dark colours by preference of the system and by choice', () => {
    const bySystem = colours(':root:not([data-theme="light"])').size
      ? colours(':root:not([data-theme="light"])')
      : colours(":root:not([data-theme='light'])");
    const byChoice = colours('[data-theme="dark"]').size
      ? colours('[data-theme="dark"]')
      : colours("[data-theme='dark']");
    expect(bySystem.size).toBeGreaterThan(50);
    expect([...bySystem]).toEqual([...byChoice]);
  });

  it.each([
    ['light', ["[data-theme='light']", '[data-theme="light"]']],
    ['dark', ["[data-theme='dark']", '[data-theme="dark"]']],
  ])('keep text readable on %s grounds', (_, selectors) => {
    const theme = new Map(selectors.flatMap((selector) => [...colours(selector)]));
    const of = (name: string) => theme.get(`--${name}`) ?? '#000000';
    for (const name of ['ink', 'ink-2', 'ink-3', 'accent']) {
      expect(contrast(of(name), of('paper')), `${name} on paper`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of(name), of('surface')), `${name} on surface`).toBeGreaterThanOrEqual(4.5);
    }
    for (const status of STATUSES) {
      expect(contrast(of(`${status}-text`), of(`${status}-soft`)), `${status} tag`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(of(`on-${status}`), of(status)), `${status} fill`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('control'), of('paper')), 'border of a control').toBeGreaterThanOrEqual(3);
    expect(contrast(of('focus'), of('paper')), 'focus ring').toBeGreaterThanOrEqual(2.5);
  });
});
