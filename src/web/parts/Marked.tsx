// A name with the characters that a search has found in it.
type Props = { readonly text: string; readonly ranges: readonly (readonly [number, number])[] };

export const Marked = ({ text, ranges }: Props) => {
  const pieces = ranges.flatMap(([from, to], index) => [
    { key: `plain ${from}`, text: text.slice(ranges[index - 1]?.[1] ?? 0, from), marked: false },
    { key: `marked ${from}`, text: text.slice(from, to), marked: true },
  ]);
  const rest = text.slice(ranges.at(-1)?.[1] ?? 0);
  return (
    <>
      {pieces.map((piece) =>
        piece.marked ? <mark key={piece.key}>{piece.text}</mark> : <span key={piece.key}>{piece.text}</span>,
      )}
      {rest}
    </>
  );
};
