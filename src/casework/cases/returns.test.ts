import { describe, expect, it } from 'vitest';
import type { Payloads, Pinned } from './payloads.ts';
import { opened, someone } from './toy-office.ts';
import { firm, passed, toReview } from './toy-road.ts';
import { after, deed, refusalOf } from './toy-story.ts';

const window = someone('window');
const file = (name: string): Pinned => ({ on: 'file', name });
const field = (name: string): Pinned => ({ on: 'field', name });
const back = (...places: readonly Pinned[]) =>
  deed(window, 'return-for-correction', { remarks: places.map((place) => ({ ...place, text: '请更正' })) });
const answer = (...changed: Payloads['resubmit']['changed']) => deed(firm, 'resubmit', { paper: null, changed });

const submitted = after(opened('apply'), deed(firm, 'submit'));
const once = after(submitted, back(file('发票'), field('开户行')));
const answered = after(once, answer(file('发票'), file('合同')));

describe('一次性告知', () => {
  it('lists all remarks at once, each pinned to a field or a file, and none without words', () => {
    expect(refusalOf(submitted, back())).toBe('remarks-missing');
    const wordless = deed(window, 'return-for-correction', { remarks: [{ on: 'file', name: '发票', text: ' ' }] });
    expect(refusalOf(submitted, wordless)).toBe('remarks-missing');
    expect(once.phase).toBe('correcting');
  });

  it('sends the firm back to where it was, and its time is the firm’s meanwhile', () => {
    expect(answered.phase).toBe('awaiting-acceptance');
    expect(answered.intervals.map(({ side }) => side)).toEqual([null, 'bureau', 'firm', 'bureau']);
  });

  it('is not answered by a firm that changed nothing', () => {
    expect(refusalOf(once, answer())).toBe('nothing-changed');
  });

  it('happens once: the same remark is not made a second time', () => {
    expect(refusalOf(answered, back(file('发票')))).toBe('second-return');
  });

  it('happens once: what could have been remarked at first is not remarked later', () => {
    expect(refusalOf(answered, back(field('法定代表人')))).toBe('second-return');
  });

  it('happens again only for a point that the answer itself raised', () => {
    expect(refusalOf(answered, back(file('合同')))).toBe(null);
    expect(refusalOf(answered, back(file('合同'), file('发票')))).toBe('second-return');
  });

  it('does not confuse a file with a field of the same name', () => {
    expect(refusalOf(answered, back(field('合同')))).toBe('second-return');
  });

  it('counts a third return against the second answer only', () => {
    const twice = after(answered, back(file('合同')), answer(file('章程')));
    expect(refusalOf(twice, back(file('合同')))).toBe('second-return');
    expect(refusalOf(twice, back(file('章程')))).toBe(null);
  });

  it('is counted for each stage by itself', () => {
    const formal = after(answered, deed(window, 'accept'));
    expect(refusalOf(formal, back(file('发票')))).toBe(null);
    const again = after(formal, back(file('发票')), answer(file('发票')));
    expect([again.phase, again.stage]).toEqual(['reviewing', 0]);
    expect(refusalOf(again, back(file('发票')))).toBe('second-return');
    const county = after(again, passed(window));
    expect(county.returns.get('0')?.count).toBe(1);
    const byCounty = deed(someone('county-reviewer'), 'return-for-correction');
    expect(refusalOf(county, byCounty)).toBe(null);
  });

  it('holds for a service request as well', () => {
    const handler = someone('handler');
    const working = after(opened('service'), deed(handler, 'accept'), deed(handler, 'start-work'));
    const by = deed(handler, 'return-for-correction');
    const resumed = after(working, by, answer(file('发票')));
    expect(resumed.phase).toBe('in-progress');
    expect(refusalOf(resumed, by)).toBe('second-return');
  });

  it('is open to a window clerk for the firm only with the signed paper', () => {
    const clerk = deed(window, 'resubmit', { paper: null, changed: [file('发票')] });
    expect(refusalOf(once, clerk)).toBe('paper-missing');
    const counted = after(opened('apply'), ...toReview);
    expect(counted.returns.size).toBe(0);
  });
});
