// Prints the words of each sheet of the PDF on standard input, as JSON. A program of its own: pdfjs is a module that jest cannot load.
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(await buffer(process.stdin));
const document = await getDocument({ data, useSystemFonts: true, verbosity: 0 }).promise;
const sheets = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const content = await (await document.getPage(number)).getTextContent();
  const words = content.items.map((item) => item.str ?? '');
  sheets.push(words.join(' ').replaceAll(/\s+/g, ' ').trim());
}
process.stdout.write(JSON.stringify(sheets));
