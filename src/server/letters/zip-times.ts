// Sets every time inside a ZIP to one that never changes: two packages of the same files then have the same bytes.

const endMark = 0x06_05_4b_50;
const endBytes = 22;
const entryBytes = 46;

/** 00:00 on 1980-01-01, the first moment that a ZIP can say: time, then date. */
const firstMoment = 0x00_21_00_00;

/** @param zip  whole, without a comment at its end, as the packer makes it */
export const withoutTimes = (zip: Buffer): Buffer => {
  const out = Buffer.from(zip);
  const end = out.length - endBytes;
  if (end < 0 || out.readUInt32LE(end) !== endMark) throw new Error('the packer made another kind of package');
  let at = out.readUInt32LE(end + 16);
  for (let left = out.readUInt16LE(end + 10); left > 0; left--) {
    out.writeUInt32LE(firstMoment, at + 12);
    out.writeUInt32LE(firstMoment, out.readUInt32LE(at + 42) + 10);
    at += entryBytes + out.readUInt16LE(at + 28) + out.readUInt16LE(at + 30) + out.readUInt16LE(at + 32);
  }
  return out;
};
