import { ActionForm } from '@/components/ui/action-form';
import { BulletBar, StackBar } from '@/components/ui/bars';
import { Button, LinkButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { CheckboxField, CheckboxesField, RadioField, SelectField, SubmitButton, TextareaField, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { ICON_SHAPES, type IconName } from '@/components/ui/icon-shapes';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { SortableHeader, Table } from '@/components/ui/table';
import { MilestoneStateTag, PairStatusTag, StatusSwatch } from '@/components/status/status-tag';
import { asCivilDate } from '@/lib/calendar/civil-date';
import { MILESTONE_STATES, PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { readDraft } from '@/lib/drafts';
import { trial } from './actions';

export default async function Trial() {
  const draft = await readDraft('/frame-trial', 't');
  return (
    <div className="wrap page">
      <h1>اجزا</h1>
      <Section id="voc" title="واژگان" take="هر وضعیت نشانه، واژه و رنگ دارد." more={{ href: '#', label: 'همه' }}>
        <div className="row">{PAIR_STATUSES.map((s) => <span key={s} className="row"><PairStatusTag status={s} /><StatusSwatch status={s} /></span>)}</div>
        <div className="row">{MILESTONE_STATES.map((s) => <MilestoneStateTag key={s} state={s} />)}<MilestoneStateTag state="not_started" actor="governorate" /></div>
        <div className="row">{(Object.keys(ICON_SHAPES) as IconName[]).map((n) => <Icon key={n} name={n} label={n} />)}</div>
        <BulletBar planned={0.87} claimed={0.67} verified={0.57} label="x" />
        <StackBar label="y" parts={PAIR_STATUSES.map((s, i) => ({ key: s, tone: (['missed','late','risk','awaiting','ontrack','complete','exempt'] as const)[i]!, count: i * 3 + 1, text: String(i * 3 + 1), label: s, href: '#' }))} />
      </Section>
      <Section id="btn" title="دکمه‌ها">
        <div className="row"><Button variant="primary">تأیید</Button><Button>ثبت</Button><Button variant="danger"><Icon name="returned" />عودت</Button><LinkButton variant="quiet" href="#">انصراف</LinkButton><Button disabled>صدور</Button>
        <Segmented label="دید" visibleLabel="مهلت" items={[{ href: '#a', label: '۳۰ آذر', isCurrent: true }, { href: '#b', label: '۲۹ اسفند', isCurrent: false }]} />
        <Dialog trigger="تمدید" title="تمدید تا ۲۴ آذر؟" description="موعد پایه می‌ماند." cancelLabel="انصراف"><p>متن</p></Dialog></div>
      </Section>
      <div className="duo">
        <Section id="frm" title="فرم">
          <ActionForm id="t" action={trial} initialState={draft} hidden={{ milestone: 'ED6' }}>
            <TextField name="letterNumber" label="شمارهٔ نامه" hint="همان که بالای نامه است." />
            <JalaliDateField name="letterOn" label="تاریخ نامه" today={asCivilDate('2018-12-08')} max={asCivilDate('2018-12-08')} min={asCivilDate('2018-07-28')} defaultValue="۱۳۹۷/۰۹/۱۴" />
            <SelectField name="cause" label="علت" options={[{ value: 'a', label: 'الف' }, { value: 'b', label: 'ب' }]} />
            <RadioField name="turn" label="نوبت" options={[{ value: 'a', label: 'مخابرات' }, { value: 'b', label: 'دستگاه' }]} />
            <CheckboxesField name="kinds" label="انواع" options={[{ value: 'a', label: 'عکس' }, { value: 'b', label: 'فایل' }]} optional />
            <CheckboxField name="sure" label="مطمئنم" />
            <TextareaField name="note" label="توضیح" optional />
            <SubmitButton>ارسال</SubmitButton>
          </ActionForm>
        </Section>
        <Section id="tbl" title="جدول">
          <Table caption="نمونه"><thead><tr><SortableHeader href="#" order="ascending">دستگاه</SortableHeader><th className="n" scope="col">برنامه</th></tr></thead><tbody><tr><th scope="row"><a href="#">دهیاری گزیر</a></th><td className="n">۳۵٫۰</td></tr></tbody></Table>
          <Pagination summary="۱ تا ۴ از ۲۱۰" label="صفحه" previous={{ href: null, label: 'پیشین' }} next={{ href: '#', label: 'بعدی' }} />
          <Note tone="ok">گزارش صادر شد.</Note><Note tone="warn">هشدار</Note><Note tone="bad">بد</Note>
          <EmptyState tone="ok" title="موردی نیست.">همه بررسی شد.</EmptyState>
        </Section>
      </div>
    </div>
  );
}
