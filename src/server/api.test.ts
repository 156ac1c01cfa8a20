import { describe, expect, it } from 'vitest';
import { routes } from '#contract/routes.ts';
import { toJson } from '#contract/json.ts';
import { assess } from '#rules/assess/assess.ts';
import { toyCity } from '#test/support/toy-city.ts';
import { appOf, ask, bookOf, day, problemIn, sampleOf } from './toy-app.ts';

const book = bookOf(toyCity);
const app = appOf(book);

const read = (path: string, init?: RequestInit) => ask(app, path, init);
const post = (body: string, type = 'application/json', path = '/api/assessments') =>
  read(path, { method: 'POST', body, headers: { 'content-type': type } });

describe('what the rulebook holds', () => {
  it('is summed up with its fingerprint, packs, ladder and counts', async () => {
    const { json } = await read('/api/rulebook');
    expect(routes.getRulebook.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      hash: 'sha256:toy',
      packs: [{ id: 'harbour', name: '海港村', items: 2, gates: 1 }],
      counts: { items: 2, gates: 1, documents: 1 },
      levels: ['新手', '熟手', '船长'],
      gates: [{ id: 'harbour/skilled', to: '熟手', new: { from: '2024-01-01', to: null }, review: null }],
    });
  });

  it('lists the facts that an enterprise file may state', async () => {
    const { json } = await read('/api/facts');
    expect(routes.listFacts.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      list: expect.arrayContaining([
        expect.objectContaining({ path: '渔获收入', key: 'catch', kind: 'money', yearly: true }),
      ]),
    });
  });

  it('lists the documents with the number of items that rest on each', async () => {
    const { json } = await read('/api/documents');
    expect(routes.listDocuments.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      count: 1,
      list: [{ id: 'rule-1', title: '海港村渔船补助办法', number: '海港〔2024〕1号', items: 2 }],
    });
  });

  it('lists the items', async () => {
    const { json } = await read('/api/items');
    expect(routes.listItems.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({ count: 2, list: [{ id: 'harbour/boat', name: '造船补助' }, { id: 'harbour/net' }] });
  });

  it('shows an item with its clause, its condition and its benefit in Chinese', async () => {
    const { json } = await read('/api/items/harbour/boat');
    expect(routes.getItem.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      id: 'harbour/boat',
      clauses: [{ key: 'a3', title: '海港村渔船补助办法', at: '第三条', evidence: 'primary' }],
      versions: [
        {
          from: '2024-01-01',
          eligible: { op: 'test', id: 'floor', text: '项目.造船款 ≥ 5万元', clause: 'a3' },
          benefit: ['按项目.造船款的 20%，不超过 20万元'],
        },
      ],
      stacking: [{ id: 'harbour/one-boat', name: '同一条船从高', enabled: true }],
    });
  });

  it('does not know an item that is not there', async () => {
    const answer = await read('/api/items/harbour/submarine');
    expect(answer.status).toBe(404);
    expect(problemIn(answer)).toMatchObject({ code: 'unknown-id', detail: '没有事项 harbour/submarine' });
  });
});

describe('working days', () => {
  it('counts the worked Saturday', async () => {
    // 2024-01-05 is a Friday; the Saturday after it is worked, the Sunday is not: the second working day is Monday the 8th.
    const { json } = await read('/api/calendar?from=2024-01-05&add=2');
    expect(json).toEqual({ from: '2024-01-05', add: 2, date: '2024-01-08', provisional: false, calendar: 'cn' });
  });

  it('says that a date past the known years is provisional', async () => {
    expect((await read('/api/calendar?from=2024-12-30&add=3')).json).toMatchObject({ provisional: true });
  });

  it('names every parameter that is wrong', async () => {
    const answer = await read('/api/calendar?from=2024-02-30&add=');
    expect(answer.status).toBe(400);
    expect(problemIn(answer).problems.map(({ field, found }) => ({ field, found }))).toEqual([
      { field: 'from', found: '2024-02-30' },
      { field: 'add', found: null },
    ]);
  });
});

describe('sample firms', () => {
  it('are listed with where their figures are from', async () => {
    const { json } = await read('/api/samples');
    expect(routes.listSamples.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      list: [
        { id: 'harbour-one', name: '海港渔业', creditCode: '91320600138738315N', on: '2024-06-01', invented: true },
      ],
    });
  });

  it('give their file as data', async () => {
    const { json } = await read('/api/samples/harbour-one');
    expect(routes.getSample.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      file: {
        name: '海港渔业',
        facts: { 渔获收入: { 2023: '12万元' }, 船员: 7 },
        projects: [{ name: '一号船', facts: { 造船款: '30万元' } }],
      },
    });
  });

  it('are assessed on their own date, or on the one asked for', async () => {
    const own = await read('/api/samples/harbour-one/assessment');
    const before = await read('/api/samples/harbour-one/assessment?on=2023-12-31');
    expect(own.json).toMatchObject({
      on: '2024-06-01',
      items: [
        { id: 'harbour/boat', verdict: 'eligible', amount: { low: 6000000, high: 6000000, unit: 'fen' } },
        { id: 'harbour/net' },
      ],
    });
    expect(before.json).toMatchObject({
      on: '2023-12-31',
      items: [{ verdict: 'ineligible', applies: false }, { applies: false }],
    });
  });

  it('answer exactly what the engine says, in the shape of the contract', async () => {
    const { text, json } = await read('/api/samples/harbour-one/assessment');
    expect(text).toBe(toJson(assess(book, sampleOf(book).enterprise, day('2024-06-01'))));
    expect(routes.assessSample.answer.parse(json)).toEqual(json);
  });

  it('refuse a date that does not exist', async () => {
    const answer = await read('/api/samples/harbour-one/assessment?on=2023-02-29');
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({
      code: 'bad-parameter',
      problems: [{ field: 'on', found: '2023-02-29' }],
    });
  });

  it.each(['/api/samples/nobody', '/api/samples/nobody/assessment'])('are not invented: %s is 404', async (path) => {
    const answer = await read(path);
    expect(answer.status).toBe(404);
    expect(problemIn(answer).code).toBe('unknown-id');
  });
});

describe('the assessment of a firm that the request carries', () => {
  it('takes JSON and judges by the date it names', async () => {
    const { status, json } = await post(
      '{"on":"2024-06-01","enterprise":{"facts":{},"projects":[{"name":"二号船","facts":{"造船款":"5万元"}}]}}',
    );
    expect(status).toBe(200);
    expect(routes.assess.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      on: '2024-06-01',
      enterprise: { creditCode: null, name: null },
      items: [{ subject: '项目:二号船', amount: { low: 1000000 } }, {}],
    });
  });

  it('judges by today when no date is named', async () => {
    expect((await post('{"enterprise":{"facts":{}}}')).json).toMatchObject({ on: '2024-05-05' });
  });

  it('takes tabs as JSON does', async () => {
    expect((await post('{\n\t"enterprise": {\n\t\t"facts": {\n\t\t\t"船员": 3\n\t\t}\n\t}\n}')).status).toBe(200);
  });

  it('takes the enterprise file itself as YAML, with the date in the query', async () => {
    const { json } = await post(
      'facts: { catch: { 2023: 10万元 }, years: 2年 }\nprojects: []\n',
      'application/yaml; charset=utf-8',
      '/api/assessments?on=2024-06-01',
    );
    expect(json).toMatchObject({
      on: '2024-06-01',
      ladder: { gates: [{ id: 'harbour/skilled', verdict: 'eligible' }] },
    });
  });

  it('leaves what it does not know undetermined, never zero', async () => {
    const { json } = await post('{"enterprise":{"facts":{}},"on":"2024-06-01"}');
    expect(json).toMatchObject({
      items: [
        { verdict: 'undetermined', missing: ['项目'] },
        { verdict: 'undetermined', missing: ['项目'] },
      ],
    });
  });

  it('says what is not JSON', async () => {
    const answer = await post('{"enterprise":');
    expect(answer.status).toBe(400);
    expect(problemIn(answer).code).toBe('malformed-json');
  });

  it.each(['[]', '"text"', '7', 'null'])('wants an object, not %s', async (body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({ code: 'bad-parameter' });
  });

  it('names the strange, the missing and the impossible at their places', async () => {
    const answer = await post('{\n  "firm": {},\n  "on": ["2024-06-01"]\n}');
    expect(answer.status).toBe(400);
    expect(
      problemIn(answer).problems.map(({ code, field, place }) => ({ code, field, line: place?.line ?? null })),
    ).toEqual([
      { code: 'unknown-key', field: 'firm', line: 2 },
      { code: 'missing-key', field: 'enterprise', line: null },
      { code: 'bad-date', field: 'on', line: 3 },
    ]);
  });

  it('refuses a date that does not exist', async () => {
    const answer = await post('{"enterprise":{"facts":{}},"on":"2024-13-01"}');
    expect(answer.status).toBe(400);
    expect(problemIn(answer)).toMatchObject({
      code: 'bad-parameter',
      problems: [{ code: 'bad-date', found: '2024-13-01' }],
    });
  });

  it('names every wrong fact with place, found, expected and remedy', async () => {
    const answer = await post('facts:\n  渔获收入: { 2023: 120000 }\n  船员: -3\n  船长: 有\n', 'application/yaml');
    expect(answer.status).toBe(422);
    const { code, problems } = problemIn(answer);
    expect(code).toBe('bad-facts');
    expect(problems.map(({ place }) => place?.line)).toEqual([2, 3, 4]);
    expect(problems[0]).toMatchObject({ code: 'bare-money', found: '120000' });
    expect(
      problems.every(
        ({ message, expected, nearest, remedy }) => message !== '' && (expected ?? nearest ?? remedy) !== null,
      ),
    ).toBe(true);
  });

  it('refuses a grant received after the date that is asked for, and takes it when no date is', async () => {
    const file = 'facts: {}\nreceived: [{ item: 省级专项, date: 2024-07-01, amount: 1万元 }]\n';
    const on = (date: string) => post(file, 'application/yaml', `/api/assessments?on=${date}`);
    expect((await on('2024-07-01')).status).toBe(200);
    const answer = await on('2024-06-30');
    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems).toMatchObject([{ code: 'received-later', place: { line: 2 } }]);
    expect((await post(file, 'application/yaml', '/api/enterprise-files')).status).toBe(200);
  });

  it('refuses a credit code whose check digit is wrong', async () => {
    const answer = await post('{"enterprise":{"creditCode":"913206001387383150","facts":{}}}');
    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems[0]).toMatchObject({ code: 'bad-credit-code', found: '913206001387383150' });
  });

  it('refuses broken YAML at its place', async () => {
    const answer = await post('facts: { 船员: 3', 'text/yaml');
    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems[0]?.place?.line).toBe(1);
  });

  it('refuses an empty file', async () => {
    const answer = await post('# nothing\n', 'application/yaml');
    expect(answer.status).toBe(422);
    expect(problemIn(answer).detail).toBe('资料是空的：至少要写 facts: {}');
  });

  it.each(['text/plain', 'application/xml', ''])('refuses the content type "%s"', async (type) => {
    const answer = await read('/api/assessments', {
      method: 'POST',
      body: new TextEncoder().encode('{}'),
      headers: type === '' ? {} : { 'content-type': type },
    });
    expect(answer.status).toBe(415);
    expect(problemIn(answer).code).toBe('unsupported-type');
  });

  it('takes 256 kB and not more', async () => {
    const filled = (length: number): string => `{"enterprise":{"facts":{}}}`.padEnd(length, ' ');
    expect((await post(filled(256 * 1024))).status).toBe(200);
    const answer = await post(filled(256 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(problemIn(answer).code).toBe('too-large');
  });

  it('answers deep nesting with a problem', async () => {
    const answer = await post(`{"enterprise":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
    expect(answer.status).toBe(422);
    expect(problemIn(answer).code).toBe('bad-facts');
  });
});

describe('the check of an enterprise file', () => {
  const check = (body: string, type: string) => post(body, type, '/api/enterprise-files');

  it('gives a good file back as JSON', async () => {
    const { status, json } = await check(
      'name: 海港渔业\nfacts: { 船员: 7, 渔获收入: { 2023: 12万元 } }\n',
      'application/yaml',
    );
    expect(status).toBe(200);
    expect(routes.readEnterpriseFile.answer.parse(json)).toEqual(json);
    expect(json).toEqual({ file: { name: '海港渔业', facts: { 船员: 7, 渔获收入: { 2023: '12万元' } } } });
  });

  it('keeps an all-digit code as text', async () => {
    const { json } = await check('{"name":"123456","facts":{"船员":"7"}}', 'application/json');
    expect(json).toEqual({ file: { name: '123456', facts: { 船员: '7' } } });
  });

  it.each(['{}', '{"name":"空"}', '{"facts":{}}'])('that states nothing has no facts: %s', async (text) => {
    const { json } = await check(text, 'application/json');
    expect(routes.readEnterpriseFile.answer.parse(json)).toEqual(json);
    expect(json).toMatchObject({ file: { facts: {} } });
  });

  it('says what is wrong with a bad one', async () => {
    const answer = await check('facts: { 船员: 多 }\n', 'application/yaml');
    expect(answer.status).toBe(422);
    expect(problemIn(answer).problems).toHaveLength(1);
  });

  it('says what is not JSON', async () => {
    expect((await check('{', 'application/json')).status).toBe(400);
  });
});
