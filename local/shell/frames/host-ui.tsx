import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Flag as AppFlag } from '../../host/bridge/parent';

interface Flags {
  show(flag: AppFlag): void;
  close(id: string): void;
}

const FlagsContext = createContext<Flags | null>(null);

/** What flags the page shows; one with the same id replaces the older. */
export function useFlags(): Flags {
  const flags = useContext(FlagsContext);
  if (!flags) throw new Error('There are no flags around this component.');
  return flags;
}

const APPEARANCES = ['success', 'error', 'warning', 'info'] as const;

/** Shows the flags of the shell and those of the app's frames in the corner of the page. */
export function FlagsProvider({ children }: { children: ReactNode }) {
  const [flags, setFlags] = useState<readonly AppFlag[]>([]);
  const close = useCallback((id: string) => setFlags((now) => now.filter((flag) => flag.id !== id)), []);
  const show = useCallback((flag: AppFlag) => setFlags((now) => [flag, ...now.filter(({ id }) => id !== flag.id)]), []);
  const value = useMemo(() => ({ show, close }), [show, close]);
  return (
    <FlagsContext.Provider value={value}>
      {children}
      <FlagGroup onDismissed={(id) => close(String(id))}>{flags.map((flag) => drawn(flag, close))}</FlagGroup>
    </FlagsContext.Provider>
  );
}

function drawn(flag: AppFlag, close: (id: string) => void) {
  const appearance = APPEARANCES.find((candidate) => candidate === flag.type);
  const parts = {
    id: flag.id,
    title: flag.title,
    description: flag.description,
    actions: (flag.actions ?? []).map(({ text, onClick }) => ({
      content: text,
      onClick: () => {
        onClick?.();
        close(flag.id);
      },
    })),
    ...(appearance ? { appearance } : {}),
  };
  return flag.isAutoDismiss ? <AutoDismissFlag key={flag.id} {...parts} /> : <Flag key={flag.id} {...parts} />;
}
