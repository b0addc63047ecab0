export default function Ex(_: Record<string, string>) { return null; }
