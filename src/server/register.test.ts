import { describe, expect, it } from 'vitest';
import { routes } from '#contract/routes.ts';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, day, problemIn } from './toy-app.ts';

const documents = (text: string) => ({ ...toyCity, 'harbour/documents.yaml': text });
const rule = (id: string, more: string) => `- { id: ${id}, title: 办法${id}, evidence: primary, ${more} }\n`;
const first = `${toyCity['harbour/documents.yaml']}`;

describe('one document', () => {
  const app = appOf(bookOf(toyCity));

  it('lists the clauses that are cited, and what each is used in', async () => {
    const { json } = await ask(app, '/api/documents/rule-1');
    const detail = routes.getDocument.answer.parse(json);
    const used = Object.fromEntries(detail.clauses.map(({ at, usedBy }) => [at, usedBy.map(({ id }) => id)]));
    expect(used).toEqual({
      第二条: ['harbour/skilled'],
      第三条: ['harbour/boat', 'harbour/net'],
      第四条: ['harbour/one-boat'],
    });
  });

  it('is refused by name when it is not registered', async () => {
    expect(problemIn(await ask(app, '/api/documents/rule-9'))).toMatchObject({
      code: 'unknown-id',
      detail: '没有登记文件 rule-9',
    });
  });
});

describe('an entry keeps the clauses that it cites', () => {
  it('and not the others of its file', async () => {
    const files = {
      ...toyCity,
      'harbour/items/boats.yaml': toyCity['harbour/items/boats.yaml'].replace(
        'items:\n',
        '  - { key: a9, document: rule-1, at: 第九条, evidence: primary, says: 本办法由村会解释 }\nitems:\n',
      ),
    };
    const { json } = await ask(appOf(bookOf(files)), '/api/items/harbour/net');
    expect(routes.getItem.answer.parse(json).clauses.map(({ key }) => key)).toEqual(['a3']);
  });
});

describe('the state of a document', () => {
  const stateOf = async (more: string, today = '2024-05-05') => {
    const app = appOf(bookOf(documents(`${first}${rule('x', more)}${rule('next', 'from: 2024-05-05')}`)), {
      today: () => day(today),
    });
    const { json } = await ask(app, '/api/documents');
    return routes.listDocuments.answer.parse(json).list.find(({ id }) => id === 'x')?.state;
  };

  it.each([
    ['from: 2024-01-01, to: 2024-05-05', 'in-force'],
    ['from: 2024-01-01, to: 2024-05-04', 'ended'],
    ['from: 2024-05-06', 'coming'],
    ['from: 2024-05-05', 'in-force'],
    ['from: 2024-01-01, to: unknown', 'unknown'],
    ['from: unknown', 'unknown'],
    ['from: unknown, to: 2024-05-04', 'ended'],
    ['from: 2024-01-01, successor: next', 'replaced'],
  ])('%s is %s on 2024-05-05', async (more, state) => {
    expect(await stateOf(more)).toBe(state);
  });

  it('is not replaced before the day of what replaces it', async () => {
    expect(await stateOf('from: 2024-01-01, successor: next', '2024-05-04')).toBe('in-force');
  });
});

describe('the terms', () => {
  it('come with their meaning, their source and what they name', async () => {
    const files = {
      ...toyCity,
      'harbour/glossary.yaml': [
        'clauses: [{ key: t, document: rule-1, at: 第一条, evidence: primary, says: 用到这个词 }]',
        'terms:',
        '  - { term: 大船, en: big boat, means: 二十米以上的船, not-to-be-confused-with: 老船, see: [ harbour/boat ] }',
        '  - { term: 老船, unsettled: [ 几年算老 ] }',
        '',
      ].join('\n'),
    };
    const { json } = await ask(appOf(bookOf(files)), '/api/terms');
    const { list } = routes.listTerms.answer.parse(json);
    expect(list).toMatchObject([
      {
        term: '大船',
        en: 'big boat',
        means: '二十米以上的船',
        confusedWith: ['老船'],
        see: [{ kind: 'item', id: 'harbour/boat', name: '造船补助' }],
        source: { at: '第一条' },
      },
      { term: '老船', means: null, unsettled: ['几年算老'] },
    ]);
  });
});
