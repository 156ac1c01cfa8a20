// The enterprise file as text: typed, or opened from YAML, JSON or Excel, and saved as any of them.
import { Button } from '#web/parts/Button.tsx';
import { useEffect, useId, useRef, useState } from 'react';
import { example } from '#web/data/example-file.ts';
import { saveDraft } from '#web/data/session.ts';
import { tryWords } from '#web/words/try.ts';
import { useWords } from '#web/words/use-words.ts';
import { OpenFile, type Opened } from './OpenFile.tsx';
import { Problems } from './Problems.tsx';
import css from './TryPage.module.css';
import { useCheck } from './use-check.ts';

const noCells: ReadonlyMap<number, string> = new Map();

const selectAt = (area: HTMLTextAreaElement, place: { readonly line: number; readonly column: number }): void => {
  const lines = area.value.split('\n');
  const start = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
  const end = start + (lines[place.line - 1]?.length ?? 0) - place.column + 1;
  area.focus();
  area.setSelectionRange(start, Math.max(start, end));
};

export const TextEditor = ({ start }: { readonly start: string }) => {
  const id = useId();
  const words = useWords(tryWords);
  const [opened, setOpened] = useState<Opened>({ text: start, cells: noCells });
  const { text, cells } = opened;
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useCheck();
  useEffect(() => saveDraft(text), [text]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate(text);
      }}
    >
      <p className="quiet small">
        {words.howTo} <a href="/api/facts">{words.dictionary}</a>
      </p>
      <label htmlFor={id} className={css.label}>
        {words.area}
      </label>
      <textarea
        id={id}
        ref={area}
        className={css.area}
        value={text}
        spellCheck={false}
        rows={18}
        placeholder={example}
        aria-invalid={check.isError}
        aria-describedby={`${id}-problems`}
        // Once edited by hand, lines no longer come from cells.
        onChange={(event) => setOpened({ text: event.target.value, cells: noCells })}
      />
      <div className={css.actions}>
        <Button look="primary" submits busy={check.isPending}>
          {words.check}
        </Button>
        <OpenFile onOpen={setOpened} />
        {text.trim() === '' ? (
          <Button onClick={() => setOpened({ text: example, cells: noCells })}>{words.example}</Button>
        ) : null}
      </div>
      <div id={`${id}-problems`}>
        <Problems
          error={check.error}
          text={text}
          cells={cells}
          onGo={({ place }) => {
            if (area.current !== null && place !== null) selectAt(area.current, place);
          }}
        />
      </div>
    </form>
  );
};
