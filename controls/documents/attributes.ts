/** Written by controls/emit-schema.ts from './documents/rendering.json'. */
export interface Attributes {
  /** In the fingerprint, on screen, in the comparison and in exports. */
  readonly shown: readonly string[];
  /** On screen at most, or known to the editor alone. */
  readonly silent: readonly string[];
}

export const NODES: Readonly<Record<string, Attributes>> = {
  blockCard: {"shown":["data","datasource","url"],"silent":["layout","width","localId"]},
  blockTaskItem: {"shown":["state"],"silent":["localId"]},
  blockquote: {"shown":[],"silent":["localId"]},
  bodiedExtension: {"shown":["extensionKey","extensionType","parameters","text"],"silent":["layout","localId"]},
  bodiedSyncBlock: {"shown":["resourceId"],"silent":["localId"]},
  bulletList: {"shown":[],"silent":["localId"]},
  caption: {"shown":[],"silent":["localId"]},
  codeBlock: {"shown":["language"],"silent":["hideLineNumbers","wrap","localId","uniqueId"]},
  date: {"shown":["timestamp"],"silent":["localId"]},
  decisionItem: {"shown":["state"],"silent":["localId"]},
  decisionList: {"shown":[],"silent":["localId"]},
  doc: {"shown":[],"silent":[]},
  embedCard: {"shown":["url"],"silent":["layout","originalHeight","originalWidth","width","localId"]},
  emoji: {"shown":["id","shortName"],"silent":["localId","text"]},
  expand: {"shown":["title"],"silent":["localId"]},
  extension: {"shown":["extensionKey","extensionType","parameters","text"],"silent":["layout","localId"]},
  hardBreak: {"shown":[],"silent":["localId","text"]},
  heading: {"shown":["level"],"silent":["localId"]},
  inlineCard: {"shown":["data","url"],"silent":["localId"]},
  inlineExtension: {"shown":["extensionKey","extensionType","parameters","text"],"silent":["localId"]},
  layoutColumn: {"shown":[],"silent":["valign","width","localId"]},
  layoutSection: {"shown":[],"silent":["localId"]},
  listItem: {"shown":[],"silent":["localId"]},
  media: {"shown":["alt","id","type","url"],"silent":["height","width","collection","localId","occurrenceKey"]},
  mediaGroup: {"shown":[],"silent":[]},
  mediaInline: {"shown":["alt","data","id","type"],"silent":["height","width","collection","localId","occurrenceKey"]},
  mediaSingle: {"shown":[],"silent":["layout","width","widthType","localId"]},
  mention: {"shown":["id"],"silent":["accessLevel","localId","text","userType"]},
  nestedExpand: {"shown":["title"],"silent":["localId"]},
  orderedList: {"shown":["order"],"silent":["localId"]},
  panel: {"shown":["panelColor","panelIcon","panelIconText","panelType"],"silent":["localId","panelIconId"]},
  paragraph: {"shown":[],"silent":["localId"]},
  placeholder: {"shown":["text"],"silent":["localId"]},
  rule: {"shown":[],"silent":["localId"]},
  status: {"shown":["color","text"],"silent":["localId","style"]},
  syncBlock: {"shown":["resourceId"],"silent":["localId"]},
  table: {"shown":["isNumberColumnEnabled"],"silent":["displayMode","layout","width","localId"]},
  tableCell: {"shown":["background","colspan","rowspan"],"silent":["colwidth","valign","localId"]},
  tableHeader: {"shown":["background","colspan","rowspan"],"silent":["colwidth","valign","localId"]},
  tableRow: {"shown":[],"silent":["localId"]},
  taskItem: {"shown":["state"],"silent":["localId"]},
  taskList: {"shown":[],"silent":["localId"]},
  text: {"shown":[],"silent":[]},
};

export const MARKS: Readonly<Record<string, Attributes>> = {
  backgroundColor: {"shown":["color"],"silent":[]},
  code: {"shown":[],"silent":[]},
  em: {"shown":[],"silent":[]},
  fontSize: {"shown":["fontSize"],"silent":[]},
  link: {"shown":["href","title"],"silent":["collection","id","occurrenceKey"]},
  strike: {"shown":[],"silent":[]},
  strong: {"shown":[],"silent":[]},
  subsup: {"shown":["type"],"silent":[]},
  textColor: {"shown":["color"],"silent":[]},
  underline: {"shown":[],"silent":[]},
};

/** Marks that say nothing. */
export const SILENT_MARKS: readonly string[] = ["alignment","annotation","border","breakout","dataConsumer","fragment","indentation"];

/** An attribute with its default is as absent. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {"colspan":1,"rowspan":1,"order":1,"isNumberColumnEnabled":false,"panelIcon":null,"state":"TODO"};
