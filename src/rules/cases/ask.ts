// Puts a case's question to a rulebook and says where the answer differs from what was worked out by hand.
import { addWorkingDays, deadlineInDays, deadlineInMonths } from '#rules/calendar/work-calendar.ts';
import { assess } from '#rules/assess/assess.ts';
import { begin, type EvaluationOptions } from '#rules/evaluate/begin.ts';
import { factValue } from '#rules/evaluate/fact.ts';
import { evaluateGate } from '#rules/evaluate/gate.ts';
import { evaluateItem } from '#rules/evaluate/item.ts';
import { evaluateIndicator, evaluateScore } from '#rules/evaluate/score.ts';
import { showScore } from '#rules/evaluate/show.ts';
import { subjectNames, type SubjectKind } from '#rules/facts/dictionary.ts';
import type { Enterprise, Subject } from '#rules/facts/enterprise.ts';
import type { Grade, Rulebook } from '#rules/packs/rulebook.ts';
import { withoutDemo } from '#rules/packs/without-demo.ts';
import type { Question } from './case.ts';
import { compareAssessment, compareFact, compareGate, compareItem, comparePoints, compareScore } from './compare.ts';

type Differences = readonly string[];
type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

const optionsOf = (accept: Grade | null): EvaluationOptions => (accept === null ? {} : { accept });

const askItem = (book: Rulebook, question: Of<'item'>): Differences => {
  const item = book.items.get(question.item);
  if (item === undefined) return [`没有事项 ${question.item}`];
  const results = evaluateItem(book, item, question.firm, question.on, optionsOf(question.accept));
  const { subject } = question;
  const label = `${subjectNames[item.subject]}:${subject}`;
  const chosen = subject === null ? results : results.filter((result) => result.subject === label);
  const [only] = chosen;
  if (only === undefined)
    return [`没有叫「${subject}」的对象；有 ${results.map((result) => result.subject).join('、')}`];
  if (chosen.length > 1) return [`有 ${chosen.length} 个对象，请用 subject 写明是哪一个`];
  return compareItem(question.expect, only);
};

const askGate = (book: Rulebook, question: Of<'gate'>): Differences => {
  const gate = book.gates.get(question.gate);
  if (gate === undefined) return [`没有门槛 ${question.gate}`];
  const { mode, firm, on, accept } = question;
  return compareGate(question.expect, evaluateGate(book, gate, mode, firm, on, optionsOf(accept)));
};

/** The subject that a fact is read of: the named one, or the only one. */
const subjectOf = (firm: Enterprise, kind: SubjectKind, name: string | null): Subject | null => {
  const subjects = kind === 'enterprise' ? [] : (firm.subjects[kind] ?? []);
  if (name !== null) return subjects.find((subject) => subject.name === name) ?? null;
  return subjects.length === 1 ? (subjects[0] ?? null) : null;
};

const askFact = (book: Rulebook, question: Of<'fact'>): Differences => {
  const fact = book.dictionary.facts.get(question.fact);
  if (fact === undefined) return [`没有事实 ${question.fact}`];
  const subject = subjectOf(question.firm, fact.subject, question.subject);
  if (fact.subject !== 'enterprise' && subject === null) return [`given 里没有 ${question.fact} 所属的对象`];
  const value = factValue(book, fact, question.firm, question.on, subject, optionsOf(question.accept));
  return compareFact(question.expect, value, fact.type);
};

const askScore = (book: Rulebook, question: Of<'score'>): Differences => {
  const table = book.scores.get(question.score);
  if (table === undefined) return [`没有评分表 ${question.score}`];
  const { firm, on } = question;
  const score = evaluateScore(begin({ book, firm, on, options: optionsOf(question.accept) }), table);
  return compareScore(question.expect, showScore(score));
};

const askIndicator = (book: Rulebook, question: Of<'indicator'>): Differences => {
  const indicator = book.scores.get(question.table)?.indicators.find(({ id }) => id === question.indicator);
  if (indicator === undefined) return [`没有评分指标 ${question.indicator}`];
  const options = optionsOf(question.accept);
  return question.rows.flatMap(({ firm, points }, index) => {
    const found = evaluateIndicator(begin({ book, firm, on: question.on, options }), indicator);
    return comparePoints(`第 ${index + 1} 行`, points, found);
  });
};

const askCalendar = (book: Rulebook, question: Of<'calendar'>): Differences => {
  const calendar = book.calendars.get(question.calendar);
  if (calendar === undefined) return [`没有工作日历 ${question.calendar}`];
  const { from, count, unit, expect } = question;
  const deadline =
    unit === '工作日'
      ? addWorkingDays(calendar, from, count)
      : unit === '日'
        ? deadlineInDays(calendar, from, count)
        : deadlineInMonths(calendar, from, unit === '年' ? count * 12 : count);
  return [
    ...(expect.date === null || expect.date === deadline.date
      ? []
      : [`date：期望 ${expect.date}，得到 ${deadline.date}`]),
    ...(expect.provisional === null || expect.provisional === deadline.provisional
      ? []
      : [`provisional：期望 ${expect.provisional}，得到 ${deadline.provisional}`]),
  ];
};

const askAssess = (book: Rulebook, question: Of<'assess'>): Differences =>
  compareAssessment(question.expect, assess(book, question.firm, question.on, optionsOf(question.accept)));

/** Every difference between what the case expects and what this rulebook answers. */
export const differencesOf = (whole: Rulebook, question: Question): Differences => {
  const book = 'withoutDemo' in question && question.withoutDemo ? withoutDemo(whole) : whole;
  switch (question.kind) {
    case 'item':
      return askItem(book, question);
    case 'gate':
      return askGate(book, question);
    case 'fact':
      return askFact(book, question);
    case 'score':
      return askScore(book, question);
    case 'indicator':
      return askIndicator(book, question);
    case 'calendar':
      return askCalendar(book, question);
    case 'assess':
      return askAssess(book, question);
  }
};
