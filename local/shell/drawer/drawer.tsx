export default function Drawer(_: {onClose: () => void}) { return null; }
