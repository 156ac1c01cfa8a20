// Full-width signs of a Chinese keyboard where YAML wants its own: between key and value, and between the entries of a flow mapping.

const signs = [
  // 键：值, at the start of a line or inside { … }
  /^\s*(?:- )*(?:\{\s*)?[^\s"'#:：{}[\],，]+(：)/,
  /[{,]\s*[^\s"'#:：{}[\],，]+(：)/,
  // } ， or ] ， and a comma before the next key
  /[}\]]\s*(，)/,
  /(，)\s*[^\s"'#:：{}[\],，]+\s*[:：](?=\s|[{[])/,
];

/** Where the first such sign stands in a line, from 0; null when there is none. */
export const fullWidthSign = (line: string): { readonly index: number; readonly sign: string } | null => {
  const found = signs
    .map((form) => form.exec(line))
    .flatMap((match) => {
      const sign = match?.[1];
      return match === null || sign === undefined ? [] : [{ index: match.index + match[0].lastIndexOf(sign), sign }];
    })
    .toSorted((a, b) => a.index - b.index);
  return found[0] ?? null;
};
