// The people and the deeds of an application that goes well, in the toy office.
import { someone } from './toy-office.ts';
import { deed, type Deed } from './toy-story.ts';

export const firm = someone('legal-person');
export const handler = someone('handler');
export const head = someone('division-head');
export const treasury = someone('city-treasury');
export const [maker, checker, releaser] = [someone('maker'), someone('checker'), someone('releaser')];

export const passed = (by = handler): Deed => deed(by, 'stage-passed');
export const paid = (part: string): readonly Deed[] => [
  deed(maker, 'make-order', { part }),
  deed(checker, 'check-order', { part }),
  deed(releaser, 'release-order', { part }),
  deed(maker, 'pay-result', { part, result: 'success', proof: '回单 1' }),
];

export const toReview: readonly Deed[] = [deed(firm, 'submit'), deed(someone('window'), 'accept')];
export const review: readonly Deed[] = [
  passed(someone('window')),
  deed(someone('county-reviewer'), 'recommend'),
  passed(),
  passed(),
  deed(handler, 'draw-experts'),
  deed(someone('expert'), 'score'),
  passed(),
  deed(someone('site-inspector'), 'record-visit'),
  passed(someone('site-inspector')),
  deed(someone('auditor'), 'set-base'),
  passed(),
  deed(someone('joint-bureau'), 'give-opinion'),
  passed(),
];
export const decision: readonly Deed[] = [deed(someone('director'), 'approve'), deed(someone('director'), 'approve')];
const money: readonly Deed[] = [
  deed(head, 'allocate'),
  deed(handler, 'publish-notice'),
  passed(),
  deed(head, 'fund'),
  passed(treasury),
  deed(firm, 'set-account'),
  deed(treasury, 'verify-account'),
  passed(treasury),
  passed(),
];
export const toPay = [...toReview, ...review, ...decision, ...money];
