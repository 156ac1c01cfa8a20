// How to file: when, where, in which stages with how many days, and with which materials. What no source says is 待核.
import type { ItemView } from '#contract/catalogue.ts';
import { itemWords } from '#web/words/item.ts';
import { useWords } from '#web/words/use-words.ts';
import css from './ItemPage.module.css';

type Steps = NonNullable<ItemView['procedure']>;

const Stages = ({ stages }: Pick<Steps, 'stages'>) => {
  const words = useWords(itemWords);
  if (stages.length === 0) return <>{words.notKnown}</>;
  return (
    <ol className={css.timeline}>
      {stages.map((stage, index) => (
        <li key={`${index} ${stage.kind}`}>
          <strong>{words.stageName(stage.kind)}</strong>
          <span className="quiet">{stage.who ?? ''}</span>
          <span>{stage.days ?? words.days}</span>
        </li>
      ))}
    </ol>
  );
};

const Materials = ({ materials }: Pick<Steps, 'materials'>) => {
  const words = useWords(itemWords);
  if (materials.length === 0) return <>{words.notKnown}</>;
  return (
    <ul className={css.notes}>
      {materials.map((material) => (
        <li key={material.name} className={material.held ? 'quiet' : undefined}>
          {material.name}
          {material.held ? words.held : ''}
        </li>
      ))}
    </ul>
  );
};

export const Procedure = ({ procedure }: { readonly procedure: Steps }) => {
  const words = useWords(itemWords);
  const rows: readonly (readonly [label: string, value: React.ReactNode])[] = [
    [words.window, procedure.window],
    [words.channel, procedure.channel ?? words.notKnown],
    [words.stages, <Stages key="stages" stages={procedure.stages} />],
    [words.materials, <Materials key="materials" materials={procedure.materials} />],
  ];
  return (
    <section aria-labelledby="how">
      <h2 id="how">{words.how}</h2>
      <dl className={css.parts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
