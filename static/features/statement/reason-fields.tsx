import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import {
  ADD_REASON,
  ARTICLE_OF_ACT,
  kindOfReasonWords,
  TAKE_IT_OUT,
  takeOutWords,
  takeReasonOutWords,
  textOfReasonWords,
  WHY,
} from '../../../src/words/screens/statement/control';
import { hiddenLinksWords, REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import { type Body, CHOSEN_KINDS, type ChosenKind, type Statement } from './statement';
import styles from './statement.module.css';

type Entered = Body['reasons'][number];
const KIND_OPTIONS = CHOSEN_KINDS.map((value) => ({ value, label: REASON_KIND_WORDS[value] }));

interface Props {
  reasons: readonly Entered[];
  onChange: (reasons: Entered[]) => void;
  /** Issues behind the links, as the viewer may see them. */
  issues: Statement['issues'];
  /** Links of the reasons as they stand that the viewer may not see: they stay. */
  hidden: readonly number[];
}

/** One or more reasons, each of a kind and in words; what they rest on is linked. */
export function ReasonFields({ reasons, onChange, issues, hidden }: Props) {
  const set = (place: number, part: Partial<Entered>) =>
    onChange(reasons.map((reason, at) => (at === place ? { ...reason, ...part } : reason)));
  return (
    <fieldset>
      <legend>Reasons</legend>
      {reasons.map((reason, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no other identity than their place.
        <div key={place} className={styles.reason}>
          <Select
            aria-label={kindOfReasonWords(place + 1)}
            options={KIND_OPTIONS}
            value={KIND_OPTIONS.find(({ value }) => value === reason.kind) ?? null}
            onChange={(option) => option && set(place, { kind: option.value as ChosenKind })}
          />
          <TextArea
            aria-label={textOfReasonWords(place + 1)}
            placeholder={WHY}
            minimumRows={2}
            maxLength={1_000}
            value={reason.text}
            onChange={(event) => set(place, { text: event.currentTarget.value })}
          />
          <Links links={reason.links} issues={issues} onChange={(links) => set(place, { links })} />
          {reason.was !== undefined && hiddenLinksWords(hidden[reason.was] ?? 0) && (
            <p className={texts.aside}>{hiddenLinksWords(hidden[reason.was] ?? 0)}</p>
          )}
          {reasons.length > 1 && (
            <LinkButton onClick={() => onChange(reasons.filter((_, at) => at !== place))}>
              {takeReasonOutWords(place + 1)}
            </LinkButton>
          )}
        </div>
      ))}
      <LinkButton onClick={() => onChange([...reasons, { kind: 'own-choice', text: '', links: [] }])}>
        {ADD_REASON}
      </LinkButton>
    </fieldset>
  );
}

interface LinksProps {
  links: readonly string[];
  issues: Statement['issues'];
  onChange: (links: string[]) => void;
}

function Links({ links, issues, onChange }: LinksProps) {
  if (links.length === 0) return null;
  const byId = new Map(issues.map((issue) => [`jira:${issue.issueId}`, issue]));
  return (
    <ul className={`${styles.list} ${texts.small}`}>
      {links.map((link) => {
        const issue = byId.get(link);
        const name = issue ? `${issue.key} ${issue.summary}` : link.replace('eu-ai-act/', ARTICLE_OF_ACT);
        return (
          <li key={link}>
            {name}{' '}
            <LinkButton
              aria-label={takeOutWords(name)}
              onClick={() => onChange(links.filter((other) => other !== link))}
            >
              {TAKE_IT_OUT}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}
