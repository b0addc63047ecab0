import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Toggle from '@atlaskit/toggle';
import { useId, useState } from 'react';
import { Refusal } from '../core/refusal';
import { useSession } from '../core/session';
import { asRefused, type Refused, request } from '../core/site';
import { useFlags } from '../frames/host-ui';
import { type FaultState, setFaults, useFaults } from './fault-state';

type Change = Readonly<Record<string, unknown>>;

interface Switch {
  title: string;
  note: string;
  isOn: (now: FaultState) => boolean;
  on: Change;
  off: Change;
}

/** The platform promises events within three minutes; half a minute is long enough to see. */
const LATE_MS = 30_000;
const SLOW_MS = 3_000;
const RETRY_SECONDS = 10;
const REFUSED_CALLS = 1_000;

const EVENTS: readonly Switch[] = [
  {
    title: 'Lose events',
    note: 'None reaches the app: the nightly reconciliation has to find what it missed.',
    isOn: ({ loseEvents }) => loseEvents > 0,
    on: { loseEvents: 1 },
    off: { loseEvents: 0 },
  },
  {
    title: 'Repeat events',
    note: 'Each comes twice more.',
    isOn: ({ repeatEvents }) => repeatEvents > 0,
    on: { repeatEvents: 2 },
    off: { repeatEvents: 0 },
  },
  {
    title: 'Shuffle events',
    note: 'They come in any order.',
    isOn: ({ shuffleEvents }) => shuffleEvents,
    on: { shuffleEvents: true },
    off: { shuffleEvents: false },
  },
  {
    title: 'Delay events',
    note: `Each is ${LATE_MS / 1000} seconds late.`,
    isOn: ({ delayEvents }) => delayEvents > 0,
    on: { delayEvents: LATE_MS },
    off: { delayEvents: 0 },
  },
];

const productSwitches = (product: 'jira' | 'confluence'): readonly Switch[] => [
  {
    title: 'Too many requests (429)',
    note: `The app's calls are refused, to be tried again after ${RETRY_SECONDS} seconds.`,
    isOn: ({ rateLimit }) => rateLimit[product] !== undefined,
    on: { rateLimit: { product, calls: REFUSED_CALLS, retryAfterSeconds: RETRY_SECONDS } },
    off: { rateLimit: null },
  },
  {
    title: 'Unavailable (503)',
    note: 'The app cannot reach it; people can.',
    isOn: ({ unavailable }) => unavailable[product] !== undefined,
    on: { unavailable: { [product]: {} } },
    off: { unavailable: { [product]: null } },
  },
  {
    title: 'Slow answers',
    note: `Each takes ${SLOW_MS / 1000} seconds longer.`,
    isOn: ({ slow }) => (slow[product] ?? 0) > 0,
    on: { slow: { [product]: SLOW_MS } },
    off: { slow: { [product]: 0 } },
  },
];

const GROUPS = [
  { title: 'Events', switches: EVENTS },
  { title: 'Jira', switches: productSwitches('jira') },
  { title: 'Confluence', switches: productSwitches('confluence') },
  {
    title: 'Database',
    switches: [
      {
        title: 'Slow SQL',
        note: 'Each statement takes a second.',
        isOn: ({ sqlDelay }: FaultState) => sqlDelay > 0,
        on: { sqlDelay: 1_000 },
        off: { sqlDelay: 0 },
      },
    ],
  },
];

/** Switches for what goes wrong on purpose, and a way to let a schedule run now. */
export function FaultPanel() {
  const { state, on } = useFaults();
  const [error, setError] = useState<Refused | null>(null);
  const attempt = (work: Promise<void>) =>
    void work.then(
      () => setError(null),
      (refused: unknown) => setError(asRefused(refused)),
    );
  return (
    <div className="faults">
      <p className="subtle">What is on holds for everybody on this site, until it is switched off or the site ends.</p>
      {error && <Refusal error={error} />}
      {GROUPS.map(({ title, switches }) => (
        <section key={title} aria-label={title}>
          <Heading size="xsmall" as="h3">
            {title}
          </Heading>
          {switches.map((fault) => (
            <FaultSwitch
              key={fault.title}
              label={`${fault.title}${title === 'Events' || title === 'Database' ? '' : `, ${title}`}`}
              fault={fault}
              isOn={fault.isOn(state)}
              onChange={(next) => attempt(setFaults(next))}
            />
          ))}
        </section>
      ))}
      <Button isDisabled={on.length === 0} onClick={() => attempt(setFaults({ clear: true }))}>
        Switch all off
      </Button>
      <Schedules onError={setError} />
    </div>
  );
}

interface SwitchProps {
  label: string;
  fault: Switch;
  isOn: boolean;
  onChange: (change: Change) => void;
}

function FaultSwitch({ label, fault, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="fault">
      <Toggle id={id} label={label} isChecked={isOn} onChange={() => onChange(isOn ? fault.off : fault.on)} />
      <label htmlFor={id} className="switch-words">
        {fault.title}
        <span className="subtle small">{fault.note}</span>
      </label>
    </div>
  );
}

function Schedules({ onError }: { onError: (error: Refused) => void }) {
  const flags = useFlags();
  const { schedules } = useSession();
  const [running, setRunning] = useState<string | null>(null);
  const run = async (module: string) => {
    setRunning(module);
    try {
      await request('POST', '/local/schedule', { module });
      flags.show({ id: `schedule-${module}`, type: 'success', title: `${module} has run`, isAutoDismiss: true });
    } catch (error) {
      onError(asRefused(error));
    }
    setRunning(null);
  };
  return (
    <section aria-label="Schedules">
      <Heading size="xsmall" as="h3">
        Run a schedule now
      </Heading>
      <div className="buttons">
        {schedules.map((module) => (
          <Button key={module} isLoading={running === module} onClick={() => void run(module)}>
            {module}
          </Button>
        ))}
      </div>
    </section>
  );
}
