// What the scans of a file say, and what each state allows.
import { describe, expect, it } from 'vitest';
import { scanNow, scanStates, type ScanStep } from './scan-states.ts';

const now = '2026-03-02T01:10:00.000Z';
const steps = (...states: readonly ScanStep['state'][]): readonly ScanStep[] =>
  states.map((state, n) => ({ state, at: `2026-03-02T01:00:0${n}.000Z` }));

describe('the scan state of a file', () => {
  it('has a name that people read, and says whether the file is given out', () => {
    expect(Object.entries(scanStates).map(([code, { name, served }]) => `${code} ${name} ${served}`)).toEqual([
      'unscanned 未扫描 with-word',
      'scanning 扫描中 no',
      'clean 通过 yes',
      'virus 发现病毒 no',
      'failed 扫描失败 with-word',
    ]);
  });

  it('is 未扫描 where nobody scanned it', () => {
    expect(scanNow([], now)).toBe('unscanned');
  });

  it('is what the last scan said', () => {
    expect(scanNow(steps('scanning'), now)).toBe('scanning');
    expect(scanNow(steps('scanning', 'clean'), now)).toBe('clean');
    expect(scanNow(steps('scanning', 'virus'), now)).toBe('virus');
    expect(scanNow(steps('scanning', 'failed'), now)).toBe('failed');
    expect(scanNow(steps('scanning', 'failed', 'scanning'), now)).toBe('scanning');
  });

  it('keeps a verdict until the next verdict', () => {
    expect(scanNow(steps('virus', 'scanning', 'failed'), now)).toBe('virus');
    expect(scanNow(steps('clean', 'scanning', 'failed'), now)).toBe('clean');
    expect(scanNow(steps('clean', 'virus'), now)).toBe('virus');
    expect(scanNow(steps('virus', 'scanning', 'clean'), now)).toBe('clean');
  });

  it('has failed where a scan did not end within ten minutes', () => {
    expect(scanNow(steps('scanning'), '2026-03-02T01:10:00.000Z')).toBe('scanning');
    expect(scanNow(steps('scanning'), '2026-03-02T01:10:00.001Z')).toBe('failed');
  });
});
