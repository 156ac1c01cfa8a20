// What can be pressed, chosen and filled in; nothing here is sent anywhere.
import { useState } from 'react';
import type { FactView } from '#contract/catalogue.ts';
import { AnswerField } from '#web/parts/AnswerField.tsx';
import { Button } from '#web/parts/Button.tsx';
import { Chips } from '#web/parts/Chips.tsx';
import { DateField } from '#web/parts/DateField.tsx';
import { SearchInput } from '#web/parts/SearchInput.tsx';
import { Toggle } from '#web/parts/Toggle.tsx';
import { codeWords } from '#web/words/codes.ts';
import { partsWords } from '#web/words/parts.ts';
import { useWords } from '#web/words/use-words.ts';
import { Part } from './Part.tsx';

const Buttons = () => {
  const words = useWords(partsWords);
  const [busy, setBusy] = useState(true);
  const [open, setOpen] = useState(false);
  const [pressed, setPressed] = useState(0);
  return (
    <Part name={words.buttons}>
      <Button look="primary" onClick={() => setPressed(pressed + 1)}>
        {words.primary} {pressed}
      </Button>
      <Button onClick={() => setBusy(!busy)}>{words.usual}</Button>
      <Button look="text" onClick={() => setPressed(0)}>
        {words.text}
      </Button>
      <Button busy={busy}>{words.busy}</Button>
      <Toggle controls="toggled" open={open} about={words.title} grade="secondary" onToggle={() => setOpen(!open)} />
      <p id="toggled" hidden={!open}>
        {words.long}
      </p>
    </Part>
  );
};

const Choices = () => {
  const words = useWords(partsWords);
  const { standings } = useWords(codeWords);
  const [value, setValue] = useState('can');
  return (
    <Part name={words.chips}>
      <Chips
        label={words.verdicts}
        value={value}
        chips={Object.entries(standings).map(([code, word], index) => ({ value: code, word, count: index }))}
        onChange={setValue}
      />
    </Part>
  );
};

const Fields = () => {
  const words = useWords(partsWords);
  const [text, setText] = useState('');
  const [day, setDay] = useState('2024-06-01');
  return (
    <Part name={words.inputs}>
      <SearchInput id="search-part" label={words.search} placeholder={words.search} value={text} onChange={setText} />
      <DateField label={words.day} value={day} onDate={setDay} />
    </Part>
  );
};

/** One field for each kind of fact, with what was answered last. */
const Answers = ({ facts }: { readonly facts: readonly FactView[] }) => {
  const words = useWords(partsWords);
  const [answered, setAnswered] = useState<{ readonly [fact: string]: string }>({});
  const kinds = [...new Map(facts.map((fact) => [fact.kind, fact] as const)).values()];
  return (
    <Part name={words.answers} wide>
      {kinds.map((fact) => (
        <div key={fact.path}>
          <p className="small">
            <span className="quiet">{fact.kind}</span> {fact.name} <strong>{answered[fact.path] ?? ''}</strong>
          </p>
          <AnswerField
            fact={fact}
            year={fact.yearly ? '2023' : null}
            onAnswer={(value) =>
              setAnswered({ ...answered, [fact.path]: typeof value === 'string' ? value : JSON.stringify(value) })
            }
          />
        </div>
      ))}
    </Part>
  );
};

export const Inputs = ({ facts }: { readonly facts: readonly FactView[] }) => (
  <>
    <Buttons />
    <Choices />
    <Fields />
    <Answers facts={facts} />
  </>
);
