export default function E(_: Record<string, unknown>) { return null; }
