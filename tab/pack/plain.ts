/** Signs that may not stand in XML 1.0, however they are escaped: control characters, halves of surrogate pairs, two non-characters. */
const never = /(?![\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** A text as it may stand in the file. What means something to XML is escaped by the library. */
export const plain = (text: string): string => text.replaceAll('\t', ' ').replace(never, '\uFFFD');
