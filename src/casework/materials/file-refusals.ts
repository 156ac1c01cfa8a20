// Why a file is not taken, and what to do instead: one sentence each.

type Said = {
  /** As it would be kept. */
  readonly name: string;
  /** The kind that its name says, as people call it. */
  readonly kind: string;
  readonly mostBytes: number;
};

const mebibytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))}MB`;

export const fileRefusals = {
  empty: ({ name }) => `“${name}”是空文件；请核对后重新上传`,
  'too-large': ({ name, kind, mostBytes }) =>
    `“${name}”太大，${kind}最大${mebibytes(mostBytes)}；请压缩或者拆分后再上传`,
  'kind-not-taken': ({ name }) =>
    `“${name}”不是可以上传的格式；请用PDF、OFD、JPEG、PNG、XLSX、DOCX、CSV、TXT之一，旧版的DOC、XLS请另存为DOCX、XLSX`,
  executable: ({ name }) => `“${name}”是可以运行的程序或者脚本，不能上传；请改为上传文档或者图片`,
  'double-ending': ({ name }) => `“${name}”的名称里夹着程序的扩展名，容易误认；请改名后再上传`,
  macros: ({ name }) => `“${name}”带有宏，不能上传；请另存为不带宏的XLSX、DOCX，或者导出为PDF`,
  protected: ({ name }) => `“${name}”设了打开密码，或者是改了名的旧版文档，审核人员打不开；请去掉密码，另存后再上传`,
  'not-what-it-says': ({ name, kind }) =>
    `“${name}”的内容不是${kind}，与扩展名不符；请用原来的软件另存为${kind}后再上传`,
  'declared-otherwise': ({ name, kind }) => `“${name}”按扩展名是${kind}，上传时却说是另一种类型；请核对文件后重新上传`,
  'not-utf8': ({ name, kind }) => `“${name}”不是UTF-8编码的纯文本；请把${kind}另存为UTF-8编码后再上传`,
} as const satisfies Record<string, (said: Said) => string>;

export type FileRefusalCode = keyof typeof fileRefusals;

export type FileRefusal<C extends FileRefusalCode = FileRefusalCode> = {
  readonly ok: false;
  readonly code: C;
  /** Why not, and what would make it possible. */
  readonly sentence: string;
};

export const refuseFile = <C extends FileRefusalCode>(code: C, said: Said): FileRefusal<C> => ({
  ok: false,
  code,
  sentence: fileRefusals[code](said),
});
