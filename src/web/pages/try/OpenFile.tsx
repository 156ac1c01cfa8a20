// Opens a file of the person's own: text as it is, a workbook as text with the cell of each line. Excel's reader is loaded when needed.
import { Button } from '#web/parts/Button.tsx';
import { useRef, useState } from 'react';
import { tryWords } from '#web/words/try.ts';
import { useWords } from '#web/words/use-words.ts';

export type Opened = { readonly text: string; readonly cells: ReadonlyMap<number, string> };

const open = async (file: File): Promise<Opened> => {
  if (!/\.xlsx$/i.test(file.name)) return { text: await file.text(), cells: new Map() };
  const { readWorkbook } = await import('#web/data/workbook.ts');
  return readWorkbook(new Uint8Array(await file.arrayBuffer()));
};

export const OpenFile = ({ onOpen }: { readonly onOpen: (opened: Opened) => void }) => {
  const words = useWords(tryWords);
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState(false);
  const take = async (file: File): Promise<void> => {
    try {
      onOpen(await open(file));
      setBroken(false);
    } catch {
      setBroken(true); // what was typed stays
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json,.xlsx"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void take(file);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{words.openFile}</Button>
      {broken ? <p role="alert">{words.badWorkbook}</p> : null}
    </>
  );
};
