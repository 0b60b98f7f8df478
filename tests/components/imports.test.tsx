import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BodyRowsTable } from '@/components/imports/body-rows-table';
import { FileField } from '@/components/imports/file-field';
import { ProblemList, WarningList } from '@/components/imports/finding-lists';

const row = { code: 'MU-001', name: 'شهرداری بندرلنگه', changes: [], problems: [], firstRow: null };
const text = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the preview of a list', () => {
  it('shows each row with its number in the sheet, what becomes of it, and a sentence', () => {
    const shown = text(
      renderToStaticMarkup(
        <BodyRowsTable
          rows={[
            { ...row, kind: 'new', sheetRow: 10 },
            {
              ...row,
              kind: 'changed',
              sheetRow: 11,
              changes: [
                { column: 'category', from: 'municipality', to: 'enterprise' },
                { column: 'providesPublicService', from: true, to: false },
              ],
            },
            { ...row, kind: 'repeated', sheetRow: 220, firstRow: 10 },
            {
              ...row,
              kind: 'wrong',
              sheetRow: 224,
              name: '',
              problems: [{ column: 'name', problem: { reason: 'required' } }],
            },
          ]}
        />,
      ),
    );
    expect(shown).toContain('۱۰ MU-001 شهرداری بندرلنگه تازه');
    expect(shown).toContain('نوع دستگاه از «شهرداری» به «بنگاه اقتصادی»');
    expect(shown).toContain('خدمت مستقیم به مردم از «دارد» به «ندارد»');
    expect(shown).toContain('۲۲۰ MU-001 شهرداری بندرلنگه تکراری همان ردیف ۱۰ است؛ دوباره ثبت نمی‌شود.');
    expect(shown).toContain('۲۲۴ MU-001 — نادرست «نام دستگاه» خالی است؛ آن را بنویسید.');
  });

  it('says what is wrong where, and says nothing where nothing is', () => {
    const problems = renderToStaticMarkup(
      <ProblemList
        problems={[
          {
            file: 'tracks.csv',
            sheetRow: 3,
            column: 'weight',
            code: 'ED',
            problem: { reason: 'not_positive', value: '0' },
          },
        ]}
      />,
    );
    expect(text(problems)).toContain('tracks.csv، ردیف ۳: «وزن» باید بیش از صفر باشد.');
    const warning = { reason: 'not_in_file', codes: ['CR9'] } as const;
    const warnings = renderToStaticMarkup(
      <WarningList warnings={[{ sheetRow: null, column: null, code: null, warning }]} />,
    );
    expect(text(warnings)).toContain('۱ مورد ثبت‌شده در فایل نیست و دست‌نخورده می‌ماند: «CR9».');
    expect(renderToStaticMarkup(<ProblemList problems={[]} />)).toBe('');
  });

  it('takes a file in a labelled field that works without script', () => {
    const markup = renderToStaticMarkup(<FileField name="file" label="فایل فهرست" accept=".xlsx" />);
    expect(markup).toMatch(/<label for="form-file">فایل فهرست<\/label>/);
    expect(markup).toMatch(/<input id="form-file"[^>]* type="file"[^>]* name="file"/);
  });
});
