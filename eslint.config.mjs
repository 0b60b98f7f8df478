import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { mizbanPlugin } from './eslint/rules.mjs';

const CLOCK_MESSAGE = 'Today and now come from lib/clock.ts.';
const readsOfTheClock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK_MESSAGE },
  { selector: 'CallExpression[callee.name="Date"]', message: CLOCK_MESSAGE },
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: CLOCK_MESSAGE },
];
const anyDate = {
  selector: 'NewExpression[callee.name="Date"]',
  message: 'A civil day is CivilDate text; Date belongs to lib/calendar and lib/format.',
};
const impureGlobals = [
  'process',
  'window',
  'document',
  'fetch',
  'localStorage',
  'crypto',
  'setTimeout',
  'setInterval',
].map((name) => ({
  name,
  message: 'This folder is pure: plain data in, plain data out.',
}));

export default tseslint.config(
  {
    ignores: [
      '.next*/',
      'node_modules/',
      'data/',
      'data-demo/',
      'public/',
      'db/migrations/',
      'tests/.artifacts/',
      'next-env.d.ts',
    ],
  },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { mizban: mizbanPlugin },
    rules: {
      'mizban/import-table': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // What goes wrong is logged with its incident number; nothing else is printed from the product.
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'no-eval': 'error',
      'no-restricted-exports': ['error', { restrictedNamedExports: ['then'] }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['{app,components,db,lib}/**/*.{ts,tsx}', 'scripts/cli/**/*.ts'],
    ignores: ['lib/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readsOfTheClock], 'mizban/sync-transactions': 'error' },
  },
  {
    files: ['lib/{domain,text,validation,messages}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...readsOfTheClock, anyDate] },
  },
  {
    files: ['lib/{domain,calendar,text,format,validation,messages}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'This folder is pure.' }],
    },
  },
  {
    files: ['{app,components}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'mizban/logical-classes': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  // The framework reads these by their default export, so named exports are no help there; output is the business of scripts.
  { files: ['scripts/**/*.{mjs,ts}', 'tests/**/*.ts'], rules: { 'no-console': 'off' } },
);
