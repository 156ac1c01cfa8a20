// What each partner of a match has said so far, and what it may say next.

export const partnerStanding = {
  awaiting: '待答复',
  declined: '婉拒',
  materials: '材料',
  offered: '报价',
  signed: '签约',
  lapsed: '逾期',
} as const satisfies Record<string, string>;

export type PartnerStanding = keyof typeof partnerStanding;

export const partnerAnswers = ['decline', 'ask-materials', 'offer', 'sign'] as const;
export type PartnerAnswer = (typeof partnerAnswers)[number];

/** Standing × answer. null: this partner can no longer, or not yet, say so. A partner that was late or said no does not come back into the same round. */
const next = {
  awaiting: { decline: 'declined', 'ask-materials': 'materials', offer: 'offered', sign: null },
  materials: { decline: 'declined', 'ask-materials': 'materials', offer: 'offered', sign: null },
  offered: { decline: 'declined', 'ask-materials': 'materials', offer: 'offered', sign: 'signed' },
  declined: { decline: null, 'ask-materials': null, offer: null, sign: null },
  signed: { decline: 'declined', 'ask-materials': null, offer: null, sign: null },
  lapsed: { decline: null, 'ask-materials': null, offer: null, sign: null },
} as const satisfies Record<PartnerStanding, Record<PartnerAnswer, PartnerStanding | null>>;

/** Where a partner stands after this answer; null when it may not give it. */
export const afterAnswer = (standing: PartnerStanding, answer: PartnerAnswer): PartnerStanding | null =>
  next[standing][answer];
