export default function Side(_: Record<string, string>) { return null; }
