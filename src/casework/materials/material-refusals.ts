// Why a file is not handed in, used or given out by who asks, and what would make it possible: one sentence each.

export const materialRefusals = {
  'not-for-you': '您的角色不能上传材料，或者不能替这家企业上传；请由企业经办人或者窗口上传',
  'no-such-case': '没有这个办件，或者您无权查看；请核对办件编号',
  'no-such-material': '没有这份材料，或者您无权查看；请核对后再试',
  'other-firm': '这份材料不属于办件的企业，不能用在这个办件里；请由企业重新上传',
  'label-missing': '要写明这份材料是什么；请补上材料名称',
  'being-scanned': '这份材料正在扫描病毒；请稍候再打开',
  'has-virus': '这份材料里发现病毒，不能打开或者下载；请企业检查电脑后重新上传干净的文件',
  'bytes-missing': '材料的登记还在，文件却不在存储目录里；请系统管理员从备份恢复文件目录',
  'no-such-range': '要读的位置超出了文件的长度；请从头下载',
} as const satisfies Record<string, string>;

export type MaterialRefusalCode = keyof typeof materialRefusals;

export type MaterialRefusal<C extends MaterialRefusalCode = MaterialRefusalCode> = {
  readonly ok: false;
  readonly code: C;
  /** Why not, and what would make it possible. */
  readonly sentence: string;
};

export const refuseMaterial = <C extends MaterialRefusalCode>(code: C): MaterialRefusal<C> => ({
  ok: false,
  code,
  sentence: materialRefusals[code],
});
