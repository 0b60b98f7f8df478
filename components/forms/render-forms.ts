import { createElement } from 'react';
import { renderPaper, squareCodeImage } from '@/components/reports/render-report';
import { BlankForms, type BlankFormSheet, type BlankFormsProps } from './blank-form';

/** Blank forms as the HTML document that is printed, a square code on each. */
export function renderBlankForms({
  forms,
  ...head
}: Omit<BlankFormsProps, 'sheets'> & {
  readonly forms: readonly (Omit<BlankFormSheet, 'codeImage'> & { readonly entryAddress: string })[];
}): string {
  const sheets = forms.map((form) => ({ ...form, codeImage: squareCodeImage(form.entryAddress) }));
  return renderPaper(createElement(BlankForms, { ...head, sheets }));
}
