// Money and shares for the recomputation, in whole fen. Nothing here comes from the program.

const scales = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n };

/** Fen of a text such as 4.2万元 or 48428964.78元. */
export const fen = (text) => {
  const found = /^(\d+)(?:\.(\d+))?(亿元|万元|元)$/.exec(text);
  if (found === null) throw new Error(`not an amount: ${text}`);
  const [, whole, part = '', unit] = found;
  const scaled = BigInt(whole + part) * scales[unit];
  const divisor = 10n ** BigInt(part.length);
  if (scaled % divisor !== 0n) throw new Error(`finer than a fen: ${text}`);
  return scaled / divisor;
};

/** A percentage of an amount, what is less than a fen left off. */
export const percent = (amount, hundredths) => (amount * BigInt(Math.round(hundredths * 100))) / 10_000n;

export const least = (...amounts) => amounts.reduce((a, b) => (a < b ? a : b));

/** 500,000.00 */
export const spell = (amount) => {
  if (amount === null) return 'no bound';
  const yuan = String(amount / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(amount % 100n).padStart(2, '0')}`;
};
