import { Document, Footer, type ISectionOptions, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { DocumentNode } from '../host/macros/node';
import type { PageExport } from './page-export';
import { blocksOf } from './word-blocks';
import { LIST_LEVELS, ORDERED } from './word-lists';

/** Fonts and sizes as Confluence's export has them, roughly: half points. */
const BODY_SIZE = 21;

/** Of the sheet: A4 leaves 680 pixels between them, as wide as Confluence's text. In twips, 15 mm. */
const SIDE = 850;

/** A page's export as a Word file (.docx): title, document, and a footer that says which version of which page it is. */
export function wordFile(page: PageExport): Promise<Buffer> {
  const section: ISectionOptions = {
    properties: { page: { margin: { left: SIDE, right: SIDE } } },
    footers: { default: new Footer({ children: [footer(page)] }) },
    children: [
      new Paragraph({ heading: 'Title', text: page.title }),
      ...blocksOf(page.document.content as DocumentNode[]),
    ],
  };
  return Packer.toBuffer(
    new Document({
      title: page.title,
      creator: page.version.authorName,
      description: `${page.space.name}, version ${page.version.number}`,
      styles: { default: { document: { run: { font: 'Calibri', size: BODY_SIZE } } } },
      numbering: { config: [{ reference: ORDERED, levels: LIST_LEVELS }] },
      sections: [section],
    }),
  );
}

function footer(page: PageExport): Paragraph {
  const text = `${page.space.name} · ${page.title} · version ${page.version.number} of ${page.version.createdAt.slice(0, 10)} · exported ${page.exportedAt.slice(0, 10)} · `;
  return new Paragraph({
    children: [new TextRun({ text, size: 16 }), new TextRun({ children: [PageNumber.CURRENT], size: 16 })],
  });
}
