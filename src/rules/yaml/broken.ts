// What the YAML parser's error codes mean to a person who writes packs.
import type { ErrorCode } from 'yaml';

type Broken = { readonly code: string; readonly message: string; readonly remedy: string };

const known: { readonly [code in ErrorCode]?: Broken } = {
  TAB_AS_INDENT: { code: 'tab-indent', message: '缩进用了制表符', remedy: '请改成空格' },
  RESOURCE_EXHAUSTION: { code: 'too-deep', message: '嵌套太深', remedy: '请减少嵌套' },
  MULTIPLE_DOCS: { code: 'several-documents', message: '一个文件里写了几份 YAML(---)', remedy: '请拆成几个文件' },
  BAD_INDENT: {
    code: 'broken-yaml',
    message: '缩进不对，或者括号没有合上',
    remedy: '请与同级的键对齐，并检查 [ ] { } 是否成对',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'broken-yaml',
    message: '一行里有两个冒号',
    remedy: '值里有冒号加空格时，请给值加引号',
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'broken-yaml',
    message: '键跨了行，或者冒号后少了空格',
    remedy: '请写成「键: 值」，半角冒号后加一个空格',
  },
  MISSING_CHAR: {
    code: 'broken-yaml',
    message: '少了一个符号：引号、括号或冒号',
    remedy: '请检查引号、括号是否成对，半角冒号后是否有空格',
  },
  BAD_SCALAR_START: { code: 'broken-yaml', message: '值不能以这个符号开头', remedy: '请给值加引号' },
  BAD_ALIAS: { code: 'yaml-alias', message: '文件里不能用 YAML 别名（*）', remedy: '请把内容写全' },
  BAD_DQ_ESCAPE: { code: 'broken-yaml', message: '双引号里的转义写法不对', remedy: '请把 \\ 写作 \\\\,或改用单引号' },
};

/** The problem code, sentence and remedy for a parser error. */
export const brokenYaml = (code: ErrorCode): Broken =>
  known[code] ?? { code: 'broken-yaml', message: '这里不是合法的 YAML', remedy: '请检查缩进、冒号、引号和括号' };
