export default function Confluence(_: Record<string, string>) { return null; }
