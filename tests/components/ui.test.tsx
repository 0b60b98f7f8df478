import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { currentPart, isCurrent, navigationFor } from '@/components/frame/navigation';
import { SampleStrip } from '@/components/frame/sample-strip';
import { FailedPage } from '@/components/frame/stand-in';
import { MilestoneStateTag, PairStatusTag } from '@/components/status/status-tag';
import { ActionForm } from '@/components/ui/action-form';
import { CheckboxField, RadioField, SelectField, TextField } from '@/components/ui/form-fields';
import { type FormState, IDLE } from '@/components/ui/form-state';
import { Pagination } from '@/components/ui/pagination';
import { asCivilDate } from '@/lib/calendar/civil-date';
import { MILESTONE_STATES, PAIR_STATUSES } from '@/lib/domain/vocabulary';

const idleAction = async (): Promise<FormState> => IDLE;
const refused: FormState = {
  status: 'error',
  message: 'فرم فرستاده نشد.',
  fieldErrors: { letterNumber: 'شمارهٔ نامه را بنویسید.' },
  values: { letterNumber: '', cause: 'legal', turn: 'telecom', sure: 'on' },
};

describe('status tags', () => {
  it.each(PAIR_STATUSES)('%s shows an icon and a word, not colour alone', (status) => {
    const html = renderToStaticMarkup(<PairStatusTag status={status} />);
    expect(html).toContain('<svg');
    expect(html.replace(/<[^>]*>/g, '')).toMatch(/[آ-ی]{3}/);
  });

  it.each(MILESTONE_STATES)('a step of the governorate is never red, whatever its state: %s', (state) => {
    const html = renderToStaticMarkup(<MilestoneStateTag state={state} actor="governorate" />);
    expect(html).not.toMatch(/class="tag (late|missed|risk)/);
  });
});

describe('forms', () => {
  const form = (state: FormState) =>
    renderToStaticMarkup(
      <ActionForm id="claim" action={idleAction} initialState={state} hidden={{ milestone: 'ED6' }}>
        <TextField name="letterNumber" label="شمارهٔ نامه" hint="بالای نامه است." />
        <SelectField name="cause" label="علت" options={[{ value: 'legal', label: 'حقوقی' }]} />
        <RadioField
          name="turn"
          label="نوبت"
          options={[
            { value: 'body', label: 'دستگاه' },
            { value: 'telecom', label: 'مخابرات' },
          ]}
        />
        <CheckboxField name="sure" label="مطمئنم" />
      </ActionForm>,
    );

  it('a refused form leads from its summary to the field, and the field says what is wrong', () => {
    const html = form(refused);
    expect(html).toContain('role="alert"');
    expect(html).toContain('href="#claim-letterNumber"');
    expect(html).toContain('aria-describedby="claim-letterNumber-hint claim-letterNumber-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('لطفاً این مورد را اصلاح کنید:');
  });

  it('what was sent comes back in every kind of field', () => {
    const html = form(refused);
    expect(html).toMatch(/<option value="legal" selected=""/);
    expect(html).toMatch(/<input type="radio"[^>]*value="telecom"[^>]*checked=""|checked=""[^>]*value="telecom"/);
    expect(html).toMatch(/<input[^>]*name="sure"[^>]*checked=""|<input[^>]*checked=""[^>]*name="sure"/);
  });

  it('a fresh form shows no error and carries what it is about', () => {
    const html = form(IDLE);
    expect(html).not.toContain('role="alert"');
    expect(html).toContain('<input type="hidden" name="milestone" value="ED6"/>');
  });
});

describe('the frame', () => {
  it('offers each role its own parts', () => {
    const hrefs = (role: Parameters<typeof navigationFor>[0]) => navigationFor(role, null).map(({ href }) => href);
    expect(hrefs('deputy')).toContain('/review');
    for (const role of ['deputy', 'expert', 'viewer'] as const) expect(hrefs(role)).toContain('/inspections');
    expect(hrefs('admin')).not.toContain('/inspections');
    expect(hrefs('viewer')).not.toContain('/review');
    expect(hrefs('liaison')).toEqual(['/my', '/my/inbox', '/my/history', '/reports']);
    expect(hrefs('admin')).toContain('/admin');
    expect(hrefs('expert')).not.toContain('/admin');
  });

  it('marks a part for its own page and the pages below it, and for no other', () => {
    expect(isCurrent('/bodies', '/bodies/LNG-1')).toBe(true);
    expect(isCurrent('/my', '/my')).toBe(true);
    expect(isCurrent('/my', '/mystery')).toBe(false);
    expect(isCurrent('/my', '/my/receipts/7')).toBe(true);
    expect(currentPart(navigationFor('liaison', null), '/my/history')).toBe('/my/history');
    expect(currentPart(navigationFor('liaison', null), '/my/inbox')).toBe('/my/inbox');
    expect(currentPart(navigationFor('liaison', null), '/my/EA-001/HD1')).toBe('/my');
    expect(currentPart(navigationFor('liaison', null), '/bodies')).toBeNull();
  });

  it('says that data are a sample and that the day is simulated, and nothing when both are real', () => {
    const today = asCivilDate('2018-12-08');
    expect(renderToStaticMarkup(<SampleStrip isSampleData simulatedToday={today} />).replace(/\u00a0/g, ' ')).toContain(
      'دادهٔ نمونه است. امروزِ این نمایش: شنبه ۱۷ آذر ۱۳۹۷',
    );
    expect(renderToStaticMarkup(<SampleStrip isSampleData={false} simulatedToday={null} />)).toBe('');
  });

  it('a failed page shows the number that stands in the log, an expected failure its own sentence', () => {
    expect(renderToStaticMarkup(<FailedPage digest="4812209" />)).toContain('4812209');
    const expected = renderToStaticMarkup(<FailedPage digest="app-error:no_programme" />);
    expect(expected).toContain('هنوز برنامه‌ای بارگذاری نشده است.');
    expect(expected).not.toContain('app-error');
  });
});

describe('pages of a list', () => {
  it('the way that does not exist is not a link', () => {
    const html = renderToStaticMarkup(
      <Pagination
        summary="۱ تا ۵۰ از ۲۱۰"
        label="صفحه‌ها"
        previous={{ href: null, label: 'پیشین' }}
        next={{ href: '?page=2', label: 'بعدی' }}
      />,
    );
    expect(html).toContain('<a href="?page=2" rel="next"');
    expect(html).not.toContain('rel="prev"');
  });
});
