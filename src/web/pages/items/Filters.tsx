// The filters of the library. Each chip says how many there would be with it, the other filters kept.
import type { ItemSummary } from '#contract/catalogue.ts';
import { evidenceOf } from '#web/data/evidence.ts';
import { themeName } from '#web/data/theme-name.ts';
import { Chips } from '#web/parts/Chips.tsx';
import { codeWords } from '#web/words/codes.ts';
import { itemsWords } from '#web/words/items.ts';
import { useLanguage, useWords } from '#web/words/use-words.ts';
import type { ItemsSearch } from '#web/router.tsx';

const aspects = ['theme', 'kind', 'area', 'state', 'ready', 'who', 'grade'] as const;
type Aspect = (typeof aspects)[number];

const valueOf: { readonly [aspect in Aspect]: (item: ItemSummary) => string } = {
  theme: (item) => item.theme,
  kind: (item) => item.kind,
  area: (item) => item.pack,
  state: (item) => item.state,
  ready: (item) => item.readiness,
  who: (item) => item.subject,
  grade: (item) => evidenceOf[item.evidence],
};

export const isKept = (item: ItemSummary, search: ItemsSearch, except?: Aspect): boolean =>
  aspects.every(
    (aspect) => aspect === except || search[aspect] === undefined || valueOf[aspect](item) === search[aspect],
  );

export const isNarrowed = (search: ItemsSearch): boolean => aspects.some((aspect) => search[aspect] !== undefined);

type Props = {
  readonly items: readonly ItemSummary[];
  readonly search: ItemsSearch;
  readonly onChange: (part: { readonly [aspect in Aspect]?: string }) => void;
};

export const Filters = ({ items, search, onChange }: Props) => {
  const words = useWords(itemsWords);
  const codes = useWords(codeWords);
  const language = useLanguage();
  const wordOf: { readonly [aspect in Aspect]: (item: ItemSummary) => string } = {
    theme: (item) => themeName(item, language),
    kind: (item) => codes.kinds[item.kind],
    area: (item) => item.packName,
    state: (item) => words.states[item.state],
    ready: (item) => words.readiness[item.readiness],
    who: (item) => codes.subjects[item.subject],
    grade: (item) => codes.evidence[evidenceOf[item.evidence]],
  };
  return aspects.map((aspect) => {
    const open = items.filter((item) => isKept(item, search, aspect));
    const values = new Map(open.map((item) => [valueOf[aspect](item), wordOf[aspect](item)] as const));
    const chosen = search[aspect] ?? '';
    return (
      <Chips
        key={aspect}
        label={words[aspect]}
        value={chosen}
        chips={[
          { value: '', word: words.all, count: open.length },
          ...[...values].map(([value, word]) => ({
            value,
            word,
            count: open.filter((item) => valueOf[aspect](item) === value).length,
          })),
        ]}
        onChange={(value) => onChange({ [aspect]: value })}
      />
    );
  });
};
