import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { areaOf, PACKAGE_OWNERS } from './import-table.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function relativeToRoot(file) {
  return path.relative(ROOT, file).split(path.sep).join('/');
}

/** Path of an import of ours relative to the project's folder, or null for a package. */
function oursPath(source, importer) {
  if (source.startsWith('@/')) return source.slice(2);
  if (source.startsWith('.')) return path.posix.join(path.posix.dirname(importer), source);
  return null;
}

function packageName(source) {
  if (source.startsWith('node:') || builtinModules.includes(source)) return 'node';
  return source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/');
}

const importTable = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      area: '{{from}} may not import {{to}} (docs/architecture.md).',
      outside: '{{from}} may not import {{path}}: it belongs to no area of docs/architecture.md.',
      package: '{{from}} is pure: it may not import the package {{name}}.',
      owner: 'Only {{owner}} may import {{name}}.',
      alias: 'Import another area by its alias: @/{{path}}.',
    },
  },
  create(context) {
    const importer = relativeToRoot(context.filename);
    const from = areaOf(importer);

    function checkPackage(node, source) {
      const name = packageName(source);
      const owner = PACKAGE_OWNERS[name];
      if (owner && from?.area !== owner) context.report({ node, messageId: 'owner', data: { owner, name } });
      else if (from?.packages && !from.packages.includes(name)) {
        context.report({ node, messageId: 'package', data: { from: from.area, name } });
      }
    }

    function checkOurs(node, source, target) {
      if (!from) return;
      const to = areaOf(target);
      if (to === from) return;
      if (!to) {
        // A file beside the importer that belongs to no area, such as a style sheet of the app, is its own.
        if (/\.css$/.test(target)) return;
        context.report({ node, messageId: 'outside', data: { from: from.area, path: target } });
      } else if (!from.ours.includes(to.area)) {
        context.report({ node, messageId: 'area', data: { from: from.area, to: to.area } });
      } else if (source.startsWith('..')) {
        context.report({ node, messageId: 'alias', data: { path: target } });
      }
    }

    function check(node) {
      if (node?.type !== 'Literal' || typeof node.value !== 'string') return;
      const target = oursPath(node.value, importer);
      if (target === null) checkPackage(node, node.value);
      else checkOurs(node, node.value, target);
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};

/** Classes that name a side of the screen instead of the start or end of a line. */
const PHYSICAL_CLASS =
  /^!?-?(?:(?:ml|mr|pl|pr|scroll-m[lr]|scroll-p[lr])-|(?:left|right)-(?:\d|\[|\(|auto$|full$|px$)|(?:text|float|clear)-(?:left|right)$|border-[lr](?:-|$)|rounded-(?:[lr]|tl|tr|bl|br)(?:-|$))/;

const logicalClasses = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      physical:
        'The screen runs right to left: write «{{name}}» with start/end (ms, me, ps, pe, inset-s, text-start …).',
    },
  },
  create(context) {
    function check(node, text) {
      for (const name of text.split(/\s+/)) {
        const bare = name.split(/:(?![^[]*\])/).at(-1) ?? name;
        if (PHYSICAL_CLASS.test(bare)) context.report({ node, messageId: 'physical', data: { name } });
      }
    }
    return {
      Literal(node) {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.cooked ?? ''),
    };
  },
};

const syncTransactions = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { async: 'A transaction is synchronous: what follows an await would escape its rollback.' },
  },
  create(context) {
    return {
      'CallExpression[callee.property.name="transaction"]'(node) {
        const [callback] = node.arguments;
        if (callback?.async) context.report({ node: callback, messageId: 'async' });
      },
    };
  },
};

export const mizbanPlugin = {
  meta: { name: 'mizban' },
  rules: { 'import-table': importTable, 'logical-classes': logicalClasses, 'sync-transactions': syncTransactions },
};
