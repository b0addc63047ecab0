import { type ReactNode, useState } from 'react';
import { asRefused, rest } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import type { Transition } from '../jira';
import { TransitionDialog } from './transition-dialog';

interface Asked {
  issueKey: string;
  transition: Transition;
}

interface Transit {
  /** Makes a transition; one with a screen asks for its fields first. A refusal is shown as a flag. */
  transit: (issueKey: string, transition: Transition) => Promise<void>;
  /** To be drawn somewhere: the dialog of a transition with a screen. */
  dialog: ReactNode;
}

/** How a person moves an issue, from the issue view or the board. */
export function useTransit(onDone: (issueKey: string) => void): Transit {
  const flags = useFlags();
  const [asked, setAsked] = useState<Asked | null>(null);
  const make = async (issueKey: string, transition: Transition, fields: Record<string, unknown>) => {
    await rest('POST', `/issue/${issueKey}/transitions`, {
      transition: { id: transition.id },
      fields,
    });
    setAsked(null);
    onDone(issueKey);
  };
  const transit = async (issueKey: string, transition: Transition) => {
    if (Object.keys(transition.fields).length > 0) return setAsked({ issueKey, transition });
    try {
      await make(issueKey, transition, {});
    } catch (error) {
      flags.show({
        id: `refused-${issueKey}`,
        type: 'error',
        title: `${issueKey} was not moved to ${transition.to.name}`,
        description: asRefused(error).message,
        actions: [{ text: 'Understood' }],
      });
    }
  };
  const dialog = asked && (
    <TransitionDialog
      issueKey={asked.issueKey}
      transition={asked.transition}
      onClose={() => setAsked(null)}
      onSubmit={(fields) => make(asked.issueKey, asked.transition, fields)}
    />
  );
  return { transit, dialog };
}
