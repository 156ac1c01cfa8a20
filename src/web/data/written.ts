// What a person types into a field, as the enterprise file writes it.
import type { FactView } from '#contract/catalogue.ts';

/** Money is asked for in 万元, a ratio in per cent, years and persons in their unit. */
export const asWritten = ({ kind, unit }: Pick<FactView, 'kind' | 'unit'>, text: string): string => {
  const value = text.trim().replaceAll(/[,，\s]/g, '');
  if (kind === 'money') return `${value}万元`;
  if (kind === 'ratio') return `${value}%`;
  return unit !== null && (kind === 'number' || kind === 'integer') ? `${value}${unit}` : value;
};
