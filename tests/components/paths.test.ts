import { describe, expect, it } from 'vitest';
import { localPath, signInPath } from '@/lib/paths';

describe('where somebody is led after signing in', () => {
  it.each([
    ['/dashboard', '/dashboard'],
    ['/bodies?q=گزیر', '/bodies?q=%DA%AF%D8%B2%DB%8C%D8%B1'],
    ['/bodies/../admin', '/admin'],
  ])('%s stays on this site', (text, path) => {
    expect(localPath(text)).toBe(path);
  });

  it.each(['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    '%s leads nowhere',
    (text) => {
      expect(localPath(text)).toBeNull();
    },
  );

  it.each(['', null, undefined, 'dashboard', '/\t/evil.example', '/\n/evil.example', '/.//evil.example'])(
    '%j leads nowhere',
    (text) => {
      expect(localPath(text)).toBeNull();
    },
  );

  it('the sign-in page carries the way back', () => {
    expect(signInPath('/bodies?q=1')).toBe('/sign-in?next=%2Fbodies%3Fq%3D1');
  });
});
