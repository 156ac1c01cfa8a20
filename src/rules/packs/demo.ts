// Demo packs: invented rulings for demonstration. Each says so wherever a person may read it, and nothing outside may build on one.
import { report, type Bench } from './bench.ts';
import type { LoadedFiles } from './files.ts';
import type { Pack } from './order.ts';
import { readYaml, type NotedScalar } from '#rules/yaml/noted.ts';

const mark = '演示口径';

/** Whether the text of a pack.yaml says 是 to a mark. A file that cannot be read does not: its problems are to be told. */
const says = (text: string, key: 'demo' | 'example'): boolean => {
  const noted = readYaml(text, 'pack.yaml');
  if (!noted.ok || noted.value?.kind !== 'map') return false;
  const value = noted.value.entries.find((entry) => entry.key === key)?.value;
  return value?.kind === 'scalar' && ['是', 'true'].includes(value.text);
};

export const marksDemo = (text: string): boolean => says(text, 'demo');

/** An example pack is an invented place to learn from: checked and tested like any, and otherwise read only when it is named. */
export const marksExample = (text: string): boolean => says(text, 'example');

const checkMarked = (bench: Bench, texts: readonly (NotedScalar | undefined)[]): void => {
  for (const text of texts) {
    if (text === undefined || text.text.startsWith(mark)) continue;
    report(bench, text.place, 'demo-unmarked', `演示规则包里给人看的文字要以「${mark}」开头`, { found: text.text });
  }
};

/** Reports texts of demo packs that do not say what they are, and packs that build on a demo pack without being one. */
export const checkDemoMarks = (bench: Bench, packs: readonly Pack[], files: LoadedFiles): void => {
  const demo = new Set(packs.filter((pack) => pack.demo).map(({ id }) => id));
  const inDemo = <F extends { readonly folder: string }>(all: readonly F[]): readonly F[] =>
    all.filter(({ folder }) => demo.has(folder));
  for (const { shape } of inDemo(files.pack)) checkMarked(bench, [shape.name, shape.note]);
  for (const { shape } of inDemo(files.documents))
    for (const { title, note } of shape) checkMarked(bench, [title, note]);
  for (const { shape } of inDemo(files.rulings)) {
    for (const { says, scope, note, settles } of shape) {
      const { channel, materials = [] } = settles.procedure ?? {};
      checkMarked(bench, [says, scope, note, channel, ...materials.map(({ name }) => name)]);
    }
  }
  for (const { folder, shape } of files.pack) {
    for (const parent of demo.has(folder) ? [] : (shape['builds-on'] ?? [])) {
      if (!demo.has(parent.text)) continue;
      report(bench, parent.place, 'builds-on-demo', '规则包不能以演示规则包为基础', {
        found: parent.text,
        remedy: '请去掉它，或给本包也写上 demo: 是',
      });
    }
  }
};
