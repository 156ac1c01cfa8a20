// A search box whose text lives in the address. Chinese input methods compose first: half-typed pinyin is not searched for.
import { Input } from './Input.tsx';
import { useState } from 'react';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Enter, or the search key of a phone. */
  readonly onEnter?: () => void;
};

/** `seen` is the address's text at the last look, `sent` what this box has put there itself. */
type Box = { readonly text: string; readonly seen: string; readonly sent: readonly string[] };

export const SearchInput = ({ id, label, placeholder, value, onChange, onEnter }: Props) => {
  const [box, setBox] = useState<Box>({ text: value, seen: value, sent: [] });
  // The address changed by other means (back, a link): the box follows. A late echo of its own typing changes nothing.
  if (box.seen !== value) {
    const own = box.sent.includes(value);
    setBox({ text: own ? box.text : value, seen: value, sent: own ? box.sent : [] });
  }
  const send = (written: string) => {
    const trimmed = written.trim();
    if (trimmed === (box.sent.at(-1) ?? box.seen)) return;
    setBox((before) => ({ ...before, sent: [...before.sent, trimmed].slice(-20) }));
    onChange(trimmed);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onEnter?.();
      }}
    >
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <Input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={placeholder}
        value={box.text}
        onChange={(event) => {
          const written = event.target.value;
          setBox((before) => ({ ...before, text: written }));
          if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) send(written);
        }}
        onCompositionEnd={(event) => send(event.currentTarget.value)}
      />
    </form>
  );
};
