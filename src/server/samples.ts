// Sample firms: enterprise files read once at the start, kept both as the file's data and as the enterprise it describes.
import type { EnterpriseFile, Sample as SampleView, SampleSummary } from '#contract/enterprise-file.ts';
import { readFirmFor } from '#rules/assess/read-firm.ts';
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Enterprise } from '#rules/facts/enterprise.ts';
import type { Rulebook } from '#rules/packs/rulebook.ts';
import type { Checked } from '#rules/problem.ts';
import { readYaml, type Noted } from '#rules/yaml/noted.ts';

/** What is said about a sample beside its file. */
export type SampleAbout = {
  readonly id: string;
  /** Where the figures come from, in one sentence. */
  readonly note: string;
  /** The date it is assessed on unless another is asked for. */
  readonly on: PlainDate;
  /** True for a firm that does not exist: shown with a ribbon 演示数据. */
  readonly invented: boolean;
};

export type Sample = SampleAbout & { readonly file: SampleView['file']; readonly enterprise: Enterprise };

/** A number goes out as a JSON number only if JSON reads back the very same text: an all-digit credit code stays text. */
const scalarOf = (text: string, quoted: boolean): string | number =>
  !quoted && /^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text;

/** A YAML tree as plain data, for JSON. */
export const dataOf = (noted: Noted): unknown => {
  switch (noted.kind) {
    case 'scalar':
      return scalarOf(noted.text, noted.quoted);
    case 'list':
      return noted.items.map(dataOf);
    case 'map':
      return Object.fromEntries(
        noted.entries.flatMap((entry) => (entry.value === null ? [] : [[entry.key, dataOf(entry.value)]])),
      );
  }
};

/** A file that was read and found in order, as it crosses the wire. One that states nothing has no facts, and says so. */
export const fileOf = (noted: Noted): EnterpriseFile => {
  const data = dataOf(noted);
  // Its names and values were checked; this only says where things stand.
  return { facts: {}, ...(typeof data === 'object' ? data : null) } as EnterpriseFile;
};

/**
 * Reads a sample firm.
 *
 * @param about  what to say about it
 * @param text   the enterprise file (YAML or JSON)
 * @returns      the sample, or every problem of the file with its place
 */
export const readSample = (about: SampleAbout, text: string, book: Rulebook): Checked<Sample> => {
  const tree = readYaml(text, `${about.id}.yaml`);
  if (!tree.ok) return tree;
  const place = { file: `${about.id}.yaml`, line: 1, column: 1 };
  const empty = {
    place,
    code: 'empty-file',
    message: '资料是空的',
    found: null,
    expected: 'facts',
    nearest: null,
    remedy: '请写上 facts',
  };
  if (tree.value === null) return { ok: false, problems: [empty] };
  const enterprise = readFirmFor(tree.value, { book, on: about.on });
  if (!enterprise.ok) return enterprise;
  // readFirmFor accepted this tree, so its data has the shape of an enterprise file.
  return { ok: true, value: { ...about, file: fileOf(tree.value), enterprise: enterprise.value } };
};

export const sampleSummary = (sample: Sample): SampleSummary => ({
  id: sample.id,
  name: sample.enterprise.name ?? sample.id,
  note: sample.note,
  creditCode: sample.enterprise.creditCode,
  on: sample.on,
  invented: sample.invented,
});

export const sampleView = (sample: Sample): SampleView => ({ ...sampleSummary(sample), file: sample.file });
