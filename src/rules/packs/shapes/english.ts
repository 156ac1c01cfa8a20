// The shape of english.yaml: names of the pack and their English, for readers who have no Chinese.
import { entriesOf, scalar } from './scalars.ts';

export const englishFile = entriesOf(scalar);
