// What each kind of letter has to be told; the rest of it is always the same.
import type { PlainDate } from '#rules/exact/plain-date.ts';
import type { Remark } from '#casework/cases/payloads.ts';
import type { ClockRule, ClockUnit } from '#casework/time/clock-rule.ts';
import type { Due } from '#casework/time/due.ts';

export type LetterHead = {
  readonly issuer: string;
  /** 机关代字: 柳工信补. The year of the number is that of the date. */
  readonly mark: string;
  readonly serial: number;
  readonly to: { readonly name: string; readonly is: 'organisation' | 'person' };
  /** The item, as it is called to people. */
  readonly matter: string;
  /** The number of the case. */
  readonly case: string;
  readonly date: PlainDate;
  readonly annexes: readonly string[];
  /** 联系人、电话; null where none is printed. */
  readonly note: string | null;
};

/** A time limit and the end that was counted for it. */
export type Limit = { readonly rule: ClockRule; readonly due: Due };

/** Why, by which clause, and what can be done against it. */
type Grounds = { readonly reason: string; readonly clause: string; readonly remedy: string };

export type LetterData = {
  readonly acceptance: {
    readonly submittedOn: PlainDate;
    readonly acceptedOn: PlainDate;
    readonly limit: Limit;
    /** What the limit does not count: 专家评审, 现场核查. */
    readonly excluded: readonly string[];
  };
  readonly correction: { readonly remarks: readonly Remark[]; readonly limit: Limit };
  readonly 'acceptance-refused': Grounds;
  readonly rejection: Grounds;
  readonly award: {
    readonly amountFen: bigint;
    readonly clause: string;
    /** What comes now, until the money is there: 公示, 拨付. */
    readonly next: string;
    readonly remedy: string;
  };
  readonly extension: {
    readonly reason: string;
    readonly clause: string;
    readonly added: { readonly length: number; readonly unit: ClockUnit };
    readonly from: Due;
    readonly to: Due;
  };
  readonly recovery: Grounds & {
    readonly principalFen: bigint;
    readonly interestFen: bigint;
    /** What was heard of the firm, and what it changed. */
    readonly heard: string;
    /** One, or the agreed instalments in their order; together they are principal and interest. */
    readonly payments: readonly { readonly amountFen: bigint; readonly due: Due }[];
    /** The account that it is paid into, as it is printed. */
    readonly payTo: string;
    readonly ifUnpaid: string;
  };
};
