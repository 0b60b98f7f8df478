import { cpSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';

const NOT_COPIED = new Set(['node_modules', '.git', 'data', 'data-demo', '.next', 'tests', 'docs']);

const EMPTY_SIGNED_IN_PAGE = `export const metadata = { title: 'خالی' };

export default function BenchEmptyPage() {
  return <p>خالی</p>;
}
`;

const EMPTY_LAYOUT = `import type { ReactNode } from 'react';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fa" dir="rtl">
      <body>{children}</body>
    </html>
  );
}
`;

const EMPTY_PAGE = `import { connection } from 'next/server';

export default async function EmptyPage() {
  await connection();
  return <p>خالی</p>;
}
`;

/** Copies the sources of the working tree and adds an empty page inside the frame that signed-in people see. */
export async function copyProduct(root: string, target: string): Promise<void> {
  await cp(root, target, {
    recursive: true,
    filter: (source) => {
      const [top = ''] = path.relative(root, source).split(path.sep);
      return !NOT_COPIED.has(top) && !top.startsWith('.next');
    },
  });
  const page = path.join(target, 'app', '(desk)', 'bench-empty');
  mkdirSync(page, { recursive: true });
  writeFileSync(path.join(page, 'page.tsx'), EMPTY_SIGNED_IN_PAGE);
  linkModules(root, target);
}

/** The least that the framework can be: one layout, one page drawn for each request, nothing else. */
export function createEmptyProject(root: string, target: string): void {
  mkdirSync(path.join(target, 'app'), { recursive: true });
  writeFileSync(path.join(target, 'app', 'layout.tsx'), EMPTY_LAYOUT);
  writeFileSync(path.join(target, 'app', 'page.tsx'), EMPTY_PAGE);
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', '.browserslistrc']) {
    cpSync(path.join(root, file), path.join(target, file));
  }
  writeFileSync(
    path.join(target, 'next.config.ts'),
    'export default { poweredByHeader: false, typescript: { ignoreBuildErrors: true } };\n',
  );
  linkModules(root, target);
}

/**
 * Gives a folder its own node_modules without copying the content: the bundler refuses packages that lie outside its project, also
 * through a symbolic link.
 */
function linkModules(root: string, target: string): void {
  linkFolder(path.join(root, 'node_modules'), path.join(target, 'node_modules'));
}

function linkFolder(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.name === '.cache') continue;
    if (entry.isDirectory()) linkFolder(from, to);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else linkOrCopy(from, to);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or a file system without hard links.
    cpSync(from, to);
  }
}
