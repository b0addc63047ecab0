// Prints the words of the PDF on standard input. A program of its own: pdfjs is a module that jest cannot load.
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(await buffer(process.stdin));
const document = await getDocument({ data, useSystemFonts: true, verbosity: 0 }).promise;
const words = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const content = await (await document.getPage(number)).getTextContent();
  words.push(...content.items.map((item) => item.str ?? ''));
}
process.stdout.write(words.join(' ').replaceAll(/\s+/g, ' '));
