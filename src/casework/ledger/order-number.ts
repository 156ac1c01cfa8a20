// The number of a payment order: the same after a crash, different only by attempt, and readable back.

export type OrderName = {
  readonly tenant: string;
  /** The part that is paid: case, instalment, funder and year. */
  readonly part: string;
  /** 1 for the first order of a part. */
  readonly attempt: number;
};

const shape = /^([a-z0-9]+)-([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)-([1-9]\d{0,2})$/;

/**
 * The order number of an attempt to pay a part: `toy-c17-1-city-2026-2`.
 *
 * Bank files hold ASCII letters, digits and hyphens; the tenant has no hyphen and the attempt comes last, so two
 * different orders never have one number.
 *
 * @throws RangeError when a piece could not be read back: names of tenants and parts are ours
 * @source money: orders and files
 */
export const orderNumber = ({ tenant, part, attempt }: OrderName): string => {
  const text = `${tenant}-${part}-${attempt}`;
  const read = readOrderNumber(text);
  if (read === null || read.tenant !== tenant || read.part !== part)
    throw new RangeError(`no order number can be made of ${text}`);
  return text;
};

/** What an order number names; null when the text is not one of ours. */
export const readOrderNumber = (text: string): OrderName | null => {
  const match = shape.exec(text);
  if (match === null) return null;
  const [, tenant = '', part = '', attempt = ''] = match;
  return { tenant, part, attempt: Number(attempt) };
};
