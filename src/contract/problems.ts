// The one problem catalogue: code → HTTP status → what happened, in Chinese and English → what to do.

type Entry = {
  readonly status: 400 | 404 | 405 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly zh: string;
  readonly en: string;
  /** The next step, for the person who reads it. */
  readonly todo: string;
  readonly todoEn: string;
};

export const problems = {
  'malformed-json': {
    status: 400,
    zh: '请求不是合法的 JSON。',
    en: 'The request body is not valid JSON.',
    todo: '按提示的位置检查括号、引号和逗号；也可以改发 YAML（application/yaml）。',
    todoEn: 'Check brackets, quotes and commas at the given place, or send YAML (application/yaml).',
  },
  'bad-parameter': {
    status: 400,
    zh: '请求的参数或结构不符合约定。',
    en: 'A parameter or the shape of the request is not as agreed.',
    todo: '按列出的每一处改正后再发；约定见 /api。',
    todoEn: 'Mend every listed place and send it again; the contract is at /api.',
  },
  'unknown-route': {
    status: 404,
    zh: '没有这个接口。',
    en: 'There is no such route.',
    todo: '核对地址；全部接口见 /api。',
    todoEn: 'Check the address; all routes are listed at /api.',
  },
  'unknown-id': {
    status: 404,
    zh: '没有这个编号。',
    en: 'There is nothing with this id.',
    todo: '从列表接口取编号：/api/items、/api/samples。',
    todoEn: 'Take ids from the lists: /api/items, /api/samples.',
  },
  'wrong-method': {
    status: 405,
    zh: '这个地址不接受这种请求方法。',
    en: 'This address does not take this method.',
    todo: '改用 Allow 头里列出的方法。',
    todoEn: 'Use a method listed in the Allow header.',
  },
  'too-large': {
    status: 413,
    zh: '内容超过 256 kB。',
    en: 'The body is larger than 256 kB.',
    todo: '只保留这家企业的事实；大批量企业请用命令行 tihang run。',
    todoEn: 'Keep the facts of one enterprise; use `tihang run` for many.',
  },
  'unsupported-type': {
    status: 415,
    zh: '不认识这种内容类型。',
    en: 'This content type is not understood.',
    todo: '用 application/json 或 application/yaml 发送。',
    todoEn: 'Send application/json or application/yaml.',
  },
  'bad-facts': {
    status: 422,
    zh: '企业资料有误，没有测算。',
    en: 'The enterprise file has mistakes; nothing was assessed.',
    todo: '按列出的每一处改正后再测算。',
    todoEn: 'Mend every listed place, then assess again.',
  },
  internal: {
    status: 500,
    zh: '系统出错了，已经记录下来。',
    en: 'Something broke on our side; it has been logged.',
    todo: '稍后再试；如果一再出现，请把编号告诉管理员。',
    todoEn: 'Try again later; if it keeps happening, tell the administrator the id.',
  },
  'too-many-requests': {
    status: 429,
    zh: '请求太频繁。',
    en: 'Too many requests.',
    todo: '等 Retry-After 头里写的秒数再发；大批量企业请用命令行。',
    todoEn: 'Wait for the seconds in the Retry-After header; use the command line for many enterprises.',
  },
  'no-web': {
    status: 503,
    zh: '网页还没有构建。',
    en: 'The web app has not been built.',
    todo: '先运行 npm start（或 npx vite build），接口 /api 不受影响。',
    todoEn: 'Run npm start (or npx vite build) first; the API is not affected.',
  },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problems;
