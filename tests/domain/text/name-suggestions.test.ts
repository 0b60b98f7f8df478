import { describe, expect, it } from 'vitest';
import { suggestNames } from '@/lib/text/name-suggestions';
import { shortTitles } from '@/lib/text/short-titles';

const NAMES = ['دهیاری گزیر', 'دهیاری گریشه', 'دهیاری گرزه', 'اداره ثبت احوال', 'شهرداری بندر کنگ'];
const suggest = (query: string) => suggestNames(query, NAMES, (name) => name);

describe('suggestions for a search that found nothing', () => {
  it('a word written with a letter that sounds alike finds the name', () => {
    expect(suggest('گذیر')[0]).toBe('دهیاری گزیر');
    expect(suggest('سبط احوال')[0]).toBe('اداره ثبت احوال');
  });

  it('a missing letter is forgiven', () => {
    expect(suggest('شهردار کنگ')[0]).toBe('شهرداری بندر کنگ');
  });

  it('something else entirely suggests nothing', () => {
    expect(suggest('فرودگاه')).toEqual([]);
    expect(suggest('  ')).toEqual([]);
  });

  it('at most three names are suggested', () => {
    expect(suggest('دهیاری').length).toBe(3);
  });
});

describe('short titles of tracks', () => {
  it('leading words shared with another title are dropped', () => {
    expect(shortTitles(['میز خدمت حضوری', 'میز خدمت الکترونیکی', 'اتصال به شبکه دولت', 'مکاتبات الکترونیکی'])).toEqual([
      'حضوری',
      'الکترونیکی',
      'اتصال به شبکه دولت',
      'مکاتبات الکترونیکی',
    ]);
  });

  it('a title is never emptied, even when another begins with the whole of it', () => {
    expect(shortTitles(['میز خدمت', 'میز خدمت حضوری'])).toEqual(['خدمت', 'حضوری']);
  });

  it('a single title stays whole', () => {
    expect(shortTitles(['میز خدمت حضوری'])).toEqual(['میز خدمت حضوری']);
  });
});
