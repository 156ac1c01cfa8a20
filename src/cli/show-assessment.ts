// A whole assessment as text: the ladder, other titles, the four groups, the combination, the next question and the plan.
import { printGate, printItem, wordOf } from './show-result.ts';
import { paint, print } from './terminal.ts';
import { formatFen } from '#rules/facts/format.ts';
import type { AmountRange, Assessment, ItemResult } from '#rules/evaluate/result.ts';

const rangeText = ({ low, high }: AmountRange): string => {
  if (high === null) return `${formatFen(low)} 起，上限待核`;
  return low === high ? formatFen(low) : `${formatFen(low)}–${formatFen(high)}`;
};

const isZero = ({ low, high }: AmountRange): boolean => low === 0n && high === 0n;

const heading = (text: string): void => {
  print();
  print(paint('strong', text));
};

const printGroups = (items: readonly ItemResult[]): void => {
  for (const word of ['可享', '可申报', '待定', '暂不符合']) {
    const group = items.filter((item) => wordOf(item) === word);
    if (group.length === 0) continue;
    heading(`${word} ${group.length} 项`);
    for (const item of group) {
      printItem(item, false);
      if (item.failing.length > 0) print(`    未满足：${item.failing.join('、')}`);
    }
  }
  const out = items.filter((item) => item.applies === false);
  if (out.length > 0) {
    heading(`不适用 ${out.length} 项`);
    print(`  ${[...new Set(out.map((item) => item.name))].join('、')}`);
  }
};

const printCombination = ({ combination }: Assessment): void => {
  heading('合计（只加可享的项）');
  print(`  现金 ${rangeText(combination.total.cash)}   税收 ${rangeText(combination.total.tax)}`);
  if (!isZero(combination.competition.cash)) print(`  择优申报另计 ${rangeText(combination.competition.cash)}`);
  if (!isZero(combination.potential.cash)) print(`  待定另计 ${rangeText(combination.potential.cash)}`);
  for (const { entry, because } of combination.leave) print(`  放弃 ${entry}：${because}`);
};

const printLadder = ({ ladder }: Assessment): void => {
  heading(
    `梯度 ${ladder.level ?? '层级未知'}${ladder.until === null ? '' : `（到 ${ladder.until}）`}${ladder.next === null ? '' : ` → ${ladder.next}`}`,
  );
  for (const gate of ladder.gates) printGate(gate, false);
};

const heldWords = (held: boolean | null): string => (held === null ? '是否持有未知' : held ? '已持有' : '未持有');

const printTitles = ({ titles }: Assessment): void => {
  if (titles.length === 0) return;
  heading('其他称号');
  for (const title of titles) {
    print(`  ${title.to}：${heldWords(title.held)}`);
    printGate(title, false);
  }
};

const printNext = ({ questions, plan }: Assessment): void => {
  const [next] = questions;
  if (next !== undefined) {
    heading('下一问');
    const worth = next.worth.high === null ? '' : next.worth.high === 0n ? '' : `，最多 ${formatFen(next.worth.high)}`;
    print(`  ${next.fact}？（关系 ${next.decides} 项，单独决定 ${next.alone} 项${worth}）`);
  }
  if (plan.length === 0) return;
  heading('成长路线');
  for (const step of plan) {
    const help = step.measures.length === 0 ? '' : `；可用措施 ${step.measures.join('、')}`;
    print(`  ${step.goal}：${step.gap}${help}${step.by === null ? '' : `；${step.by}`}`);
  }
};

export const printAssessment = (result: Assessment): void => {
  print(`${paint('strong', result.enterprise.name ?? '未具名企业')}  按 ${result.on} 的规则`);
  print(paint('quiet', `规则包 ${result.rulebook.packs.join(' ')}  ${result.rulebook.hash.slice(0, 19)}…`));
  printLadder(result);
  printTitles(result);
  printGroups(result.items);
  printCombination(result);
  printNext(result);
};
