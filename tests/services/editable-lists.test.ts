import { describe, expect, test } from 'vitest';
import { listChecklistAsOf } from '@/db/queries/checklist';
import { listSurveyItemsAsOf } from '@/db/queries/surveys';
import { ROLES } from '@/lib/domain/vocabulary';
import type { EditableList } from '@/lib/domain/editable-lists';
import { fieldSentences } from '@/lib/messages/input-issues';
import { listAudit } from '@/lib/services/audit';
import {
  addListItem,
  changeListItem,
  getEditableList,
  getListItemHistory,
  moveListItem,
  setListItemRetired,
} from '@/lib/services/editable-lists';
import { listItemForm } from '@/lib/validation/admin-lists';
import { refusalOf } from '../support/milestone-world';
import { smallCounty, TODAY, type County } from '../support/small-county';

const YESTERDAY = '2018-12-07';
const CHECK = { title: 'تابلوی راهنما هست', guidance: '', maxPoints: 5, isCritical: false, contradicts: 'HD2' };
const QUESTION = {
  axis: 'speed',
  axisTitle: 'سرعت و به‌موقع بودن',
  text: 'زود بود.',
  isReversed: false,
  feeds: 'ease',
};
const SIGN = { milestoneCode: 'ED1', title: 'فهرست', phrases: 'خدمات ما|فهرست خدمات' };
const NEW: readonly (readonly [EditableList, object])[] = [
  ['checklist', CHECK],
  ['survey', QUESTION],
  ['desk-signs', SIGN],
];

const itemOf = (county: County, list: EditableList, code: string) => {
  const item = getEditableList(county.as('admin'), list).shown.items.find((each) => each.code === code);
  if (item === undefined) throw new Error(`no ${code}`);
  return item;
};
const seenOf = (county: County, list: EditableList, code: string) => itemOf(county, list, code).id;
const trail = (county: County) =>
  listAudit(county.as('admin'))
    .rows.filter(({ action }) => action.startsWith('reference.'))
    .map(({ action, subjectType, subjectKey }) => `${action} ${subjectType} ${subjectKey}`);

describe('an item of a list', () => {
  test.each(NEW)('of the %s is added at the end, known from today', async (list, content) => {
    const county = await smallCounty();
    const before = getEditableList(county.as('admin'), list).shown.items.length;
    addListItem(county.as('admin'), list, 'NEW-1', content);
    const { shown, inUse } = getEditableList(county.as('admin'), list);
    expect(shown.items.at(-1)).toMatchObject({ ...content, code: 'NEW-1', recordedOn: TODAY, isRetired: false });
    expect(inUse).toBe(before + 1);
    expect(trail(county)).toEqual([expect.stringMatching(/^reference\.add_item \w+ NEW-1$/)]);
  });

  test('is changed from today on; yesterday keeps what held then', async () => {
    const county = await smallCounty();
    const change = { ...CHECK, title: 'ميز در جاي ديدني', maxPoints: 9 };
    expect(changeListItem(county.as('admin'), 'checklist', 'CK1', seenOf(county, 'checklist', 'CK1'), change)).toBe(
      true,
    );
    const on = (day: typeof TODAY) => listChecklistAsOf(county.db, day).find(({ code }) => code === 'CK1');
    expect(on(TODAY)).toMatchObject({ title: 'میز در جای دیدنی', maxPoints: 9, position: 1 });
    expect(on(YESTERDAY)).toMatchObject({ maxPoints: 8 });
    const [newest, first] = getListItemHistory(county.as('admin'), 'checklist', 'CK1');
    expect(newest).toMatchObject({ values: { maxPoints: 9, contradicts: ['HD2'] }, previous: { maxPoints: 8 } });
    expect(first?.previous).toBeNull();
  });

  test('saved as it was writes nothing', async () => {
    const county = await smallCounty();
    const { axis, axisTitle, text, isReversed, feeds } = itemOf(county, 'survey', 'S13') as never as typeof QUESTION;
    const same = { axis, axisTitle, text, isReversed, feeds };
    expect(changeListItem(county.as('admin'), 'survey', 'S13', seenOf(county, 'survey', 'S13'), same)).toBe(false);
    expect(trail(county)).toEqual([]);
    expect(getListItemHistory(county.as('admin'), 'survey', 'S13')).toHaveLength(1);
  });

  test('the audit row says what was and what is, nothing else', async () => {
    const county = await smallCounty();
    const seen = seenOf(county, 'desk-signs', 'ED1');
    changeListItem(county.as('admin'), 'desk-signs', 'ED1', seen, { ...SIGN, title: 'فهرست خدمات با شناسه' });
    expect(listAudit(county.as('admin')).rows[0]?.details).toMatchObject({
      before: { phrases: expect.arrayContaining(['کد خدمت']) as unknown },
      after: { phrases: ['خدمات ما', 'فهرست خدمات'] },
    });
    expect(listAudit(county.as('admin')).rows[0]?.details).not.toHaveProperty('after.title');
  });

  test('changed by somebody else since is not overwritten', async () => {
    const county = await smallCounty();
    const seen = seenOf(county, 'checklist', 'CK1');
    changeListItem(county.as('admin'), 'checklist', 'CK1', seen, CHECK);
    expect(refusalOf(() => changeListItem(county.as('admin'), 'checklist', 'CK1', seen, CHECK)).code).toBe('conflict');
    expect(refusalOf(() => setListItemRetired(county.as('admin'), 'checklist', 'CK1', seen, true)).code).toBe(
      'conflict',
    );
  });

  test('is withdrawn and brought back, in its old place', async () => {
    const county = await smallCounty();
    const set = (isRetired: boolean) =>
      setListItemRetired(county.as('admin'), 'survey', 'S2', seenOf(county, 'survey', 'S2'), isRetired);
    expect(set(false)).toBe(false);
    expect(set(true)).toBe(true);
    expect(listSurveyItemsAsOf(county.db, TODAY).find(({ code }) => code === 'S2')?.isRetired).toBe(true);
    expect(listSurveyItemsAsOf(county.db, YESTERDAY).find(({ code }) => code === 'S2')?.isRetired).toBe(false);
    expect(getEditableList(county.as('admin'), 'survey').warnings).toEqual([
      { kind: 'item_count', before: 16, now: 15 },
      { kind: 'feed_lost_item', feed: 'ease', code: 'S2' },
    ]);
    expect(set(true)).toBe(false);
    expect(set(false)).toBe(true);
    expect(itemOf(county, 'survey', 'S2').position).toBe(2);
    expect(trail(county).sort()).toEqual([
      'reference.restore_item survey_item S2',
      'reference.withdraw_item survey_item S2',
    ]);
  });

  test('is moved past its neighbour; at the end of the list nothing happens', async () => {
    const county = await smallCounty();
    const order = () => getEditableList(county.as('admin'), 'checklist').shown.items.map(({ code }) => code);
    expect(moveListItem(county.as('admin'), 'checklist', 'CK3', 'up')).toBe(true);
    expect(order().slice(0, 3)).toEqual(['CK1', 'CK3', 'CK2']);
    expect(trail(county)).toHaveLength(2);
    expect(moveListItem(county.as('admin'), 'checklist', 'CK1', 'up')).toBe(false);
    expect(trail(county)).toHaveLength(2);
    expect(refusalOf(() => moveListItem(county.as('admin'), 'checklist', 'X', 'up')).code).toBe('not_found');
  });
});

describe('what is refused', () => {
  test('a code that is there already, also of a withdrawn item', async () => {
    const county = await smallCounty();
    const add = () => {
      addListItem(county.as('admin'), 'checklist', 'CK1', CHECK);
    };
    expect(refusalOf(add).details).toMatchObject({ field: 'code', reason: 'list_code_taken', isRetired: false });
    setListItemRetired(county.as('admin'), 'checklist', 'CK1', seenOf(county, 'checklist', 'CK1'), true);
    const { details } = refusalOf(add);
    expect(details).toMatchObject({ isRetired: true });
    expect(fieldSentences(details)['code']).toContain('برداشته');
  });

  test('a milestone that no programme has, and an axis under another title', async () => {
    const county = await smallCounty();
    const issueOf = (list: EditableList, content: object) =>
      refusalOf(() => {
        addListItem(county.as('admin'), list, 'NEW', content);
      }).details;
    expect(issueOf('checklist', { ...CHECK, contradicts: 'HD2 HD77' })).toMatchObject({
      field: 'contradicts',
      codes: ['HD77'],
    });
    expect(issueOf('desk-signs', { ...SIGN, milestoneCode: 'ZZ1' })).toMatchObject({ field: 'milestoneCode' });
    expect(issueOf('survey', { ...QUESTION, axisTitle: 'تندی' })).toMatchObject({ field: 'axisTitle' });
    expect(issueOf('checklist', { ...CHECK, maxPoints: 0 })).toMatchObject({ field: 'maxPoints' });
    expect(issueOf('survey', { ...QUESTION, feeds: 'nothing' })).toMatchObject({ field: 'feeds' });
    expect(trail(county)).toEqual([]);
  });

  test('an item that is not there', async () => {
    const county = await smallCounty();
    expect(refusalOf(() => changeListItem(county.as('admin'), 'checklist', 'X', 1, CHECK)).code).toBe('not_found');
    expect(refusalOf(() => getListItemHistory(county.as('admin'), 'survey', 'CK1')).code).toBe('not_found');
  });
});

describe('the form of an item', () => {
  const fieldsOf = (input: object) => {
    const parsed = listItemForm.safeParse(input);
    return parsed.success ? parsed.data : parsed.error.issues.map(({ path }) => path[0]);
  };

  test('takes any digits and spellings of codes, boxes and a line a phrase', () => {
    expect(
      fieldsOf({
        list: 'checklist',
        code: ' ck-13 ',
        title: 'الف',
        maxPoints: '۱۲',
        isCritical: 'on',
        contradicts: 'hd2، HD3 hd2',
      }),
    ).toEqual({
      list: 'checklist',
      code: 'CK-13',
      seen: undefined,
      content: { title: 'الف', guidance: '', maxPoints: 12, isCritical: true, contradicts: 'HD2 HD3' },
    });
    expect(
      fieldsOf({
        list: 'survey',
        code: 'S17',
        seen: '5',
        axis: 'x',
        axisTitle: 'ب',
        text: 'پ',
        feeds: ['integrity', 'ease'],
      }),
    ).toMatchObject({ seen: 5, content: { isReversed: false, feeds: 'ease integrity' } });
    expect(
      fieldsOf({
        list: 'desk-signs',
        code: 'ED1',
        milestoneCode: 'ED1',
        title: 'ت',
        phrases: 'کد خدمت\r\n شناسه \n\nکد خدمت',
      }),
    ).toMatchObject({ content: { phrases: 'کد خدمت|شناسه' } });
  });

  test('names every field that is wrong', () => {
    expect(fieldsOf({ list: 'checklist', code: 'گویه', title: ' ', maxPoints: '0' })).toEqual([
      'code',
      'title',
      'maxPoints',
    ]);
    expect(fieldsOf({ list: 'survey', code: 'S1', axis: 'سرعت', axisTitle: '', text: '' })).toEqual([
      'axis',
      'axisTitle',
      'text',
    ]);
    expect(fieldsOf({ list: 'desk-signs', code: 'ED1', milestoneCode: '', title: 'ت', phrases: 'ab' })).toEqual([
      'milestoneCode',
      'phrases',
    ]);
  });
});

describe('who may', () => {
  test.each(ROLES)('%s', async (role) => {
    const county = await smallCounty();
    const seen = seenOf(county, 'checklist', 'CK1');
    const ctx = county.as(role, { bodies: ['EA-001'] });
    const deeds = [
      () => getEditableList(ctx, 'checklist'),
      () => getListItemHistory(ctx, 'checklist', 'CK1'),
      () => {
        addListItem(ctx, 'checklist', 'NEW', CHECK);
      },
      () => moveListItem(ctx, 'checklist', 'CK3', 'up'),
      () => changeListItem(ctx, 'checklist', 'CK1', seen, CHECK),
      () => setListItemRetired(ctx, 'checklist', 'CK2', seenOf(county, 'checklist', 'CK2'), true),
    ];
    for (const deed of deeds) {
      if (role === 'admin') deed();
      else expect(refusalOf(deed).code).toBe('forbidden');
    }
    expect(trail(county).length > 0).toBe(role === 'admin');
  });
});
