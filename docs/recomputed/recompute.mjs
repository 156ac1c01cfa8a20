// Recomputes the drawn cases without the program: plain Node, nothing imported but what stands beside this file.
//
//   node docs/recomputed/recompute.mjs            compares, one line a case; exit code 1 on any difference
//   node docs/recomputed/recompute.mjs --table    prints the table of README.md
import { readFileSync } from 'node:fs';
import { fen, spell } from './money.mjs';
import { rules } from './rules.mjs';

const [file = new URL('cases.json', import.meta.url)] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const cases = JSON.parse(readFileSync(file, 'utf8'));

/** An expected end of a range: an amount, or no bound (unknown, 无上限). */
const end = (text) => (text === 'unknown' || text === '无上限' ? null : fen(text));

const expected = ({ amount }) =>
  typeof amount === 'string'
    ? { low: end(amount), high: end(amount) }
    : { low: end(amount.low), high: end(amount.high) };

const rows = cases.map((one) => {
  const rule = rules[one.item];
  if (rule === undefined) throw new Error(`no rule is written here for ${one.item}`);
  const found = rule(one.given, one.on);
  const wanted = expected(one.expect);
  const same = found.verdict === one.expect.verdict && found.low === wanted.low && found.high === wanted.high;
  return { one, found, wanted, same };
});

const range = ({ low, high }) => (low === high ? spell(low) : `${spell(low)} – ${spell(high)}`);

if (process.argv.includes('--table')) {
  console.log('| item | day | by hand | verdict | 元 |\n| --- | --- | --- | --- | --- |');
  for (const { one, found } of rows)
    console.log(`| ${one.item} | ${one.on} | ${found.how} | ${found.verdict} | ${range(found)} |`);
} else {
  for (const { one, found, wanted, same } of rows)
    console.log(
      `${same ? 'same     ' : 'DIFFERENT'} ${one.item} ${one.on}: ${found.verdict} ${range(found)}${same ? '' : `, the packs say ${one.expect.verdict} ${range(wanted)}`}`,
    );
  const different = rows.filter(({ same }) => !same).length;
  console.log(`${rows.length - different} the same, ${different} different`);
  process.exitCode = different === 0 ? 0 : 1;
}
