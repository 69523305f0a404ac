/*
 * A backup is a tar archive (POSIX ustar), so that whoever has one can look into it without us: `tar xf`, `sha256sum -c`,
 * `zcat`. Only what we write is read: one kind of entry, and every byte of its header.
 */
export const blockBytes = 512;

export interface TarHeader {
  name: string;
  bytes: number;
  /** Seconds since 1970. */
  modified: number;
}

const largestOctal = 8 ** 11 - 1;

export function tarHeader({ name, bytes, modified }: TarHeader): Buffer {
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0, 100);
  header.write(["0000600", "0000000", "0000000", ""].join("\0"), 100);
  if (bytes <= largestOctal) header.write(octal(bytes), 124);
  else writeLarge(header, bytes);
  header.write(octal(modified), 136);
  header.write("        0", 148);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** Undefined unless it is, byte for byte, a header that we write. */
export function readTarHeader(block: Buffer): TarHeader | undefined {
  const header = {
    name: block.toString("latin1", 0, 100).replace(/\0[^]*/, ""),
    bytes: block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : Number.parseInt(block.toString("latin1", 124, 135), 8),
    modified: Number.parseInt(block.toString("latin1", 136, 147), 8),
  };
  const ours = Number.isSafeInteger(header.bytes) && Number.isSafeInteger(header.modified) && /^[\w.-]+$/.test(header.name);
  return ours && tarHeader(header).equals(block) ? header : undefined;
}

/** What fills the last block of an entry. */
export const padding = (bytes: number): number => (blockBytes - (bytes % blockBytes)) % blockBytes;

/** What an archive ends with. */
export const tarEnd = Buffer.alloc(2 * blockBytes);

const octal = (value: number): string => `${value.toString(8).padStart(11, "0")}\0`;

// Eight gigabytes and more do not fit in octal; this is how GNU tar, and every tar since, writes them.
function writeLarge(header: Buffer, bytes: number): void {
  header[124] = 0x80;
  header.writeBigUInt64BE(BigInt(bytes), 128);
}
