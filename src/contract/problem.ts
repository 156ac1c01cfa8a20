// The shape of an error answer: RFC 9457 problem+json with the catalogue's words and every place that must be mended.
import { z } from 'zod';
import { problems, type ProblemCode } from './problems.ts';

const place = z.object({ file: z.string(), line: z.int(), column: z.int() });

/** One thing that is wrong: where, what was found, what was expected, what to do. */
const finding = z
  .object({
    code: z.string().meta({ description: '稳定的代码，如 unknown-name' }),
    message: z.string(),
    place: z.union([place, z.null()]).meta({ description: '行、列从 1 数起；查询参数没有位置' }),
    field: z.string().nullable().meta({ description: '参数名或字段路径' }),
    found: z.string().nullable(),
    expected: z.string().nullable(),
    nearest: z.string().nullable().meta({ description: '相近的已知名称' }),
    remedy: z.string().nullable(),
  })
  .meta({ id: 'Finding', description: '一处错误：位置、发现、应为、怎么改' });
export type Finding = z.infer<typeof finding>;

export const problem = z
  .object({
    type: z.string().meta({ description: '说明这类问题的地址' }),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().nullable(),
    todo: z.string(),
    todoEn: z.string(),
    problems: z.array(finding),
  })
  .meta({ id: 'Problem', description: '出错时的回答（RFC 9457，application/problem+json）' });
export type Problem = z.infer<typeof problem>;

/**
 * The body of an error answer.
 *
 * @param code      a code of the catalogue
 * @param detail    what is particular to this request, in Chinese; null when the title says it all
 * @param findings  every single thing that is wrong, in the order of the text
 */
export const problemOf = (
  code: ProblemCode,
  detail: string | null = null,
  findings: readonly Finding[] = [],
): Problem => {
  const entry = problems[code];
  return {
    type: `/api#problem-${code}`,
    title: entry.zh,
    titleEn: entry.en,
    status: entry.status,
    code,
    detail,
    todo: entry.todo,
    todoEn: entry.todoEn,
    problems: [...findings],
  };
};
