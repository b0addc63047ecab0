const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** A size as a person reads it: "850 bytes", "1.2 MB". */
export function bytesWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1_024 && unit < UNITS.length - 1) {
    size /= 1_024;
    unit += 1;
  }
  const digits = unit === 0 || size >= 10 ? 0 : 1;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}
