import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { packContents, packKeeper } from '../../browser/added-packs.ts';
import { checkPack, removePack } from '../../browser/subscribed-packs.ts';
import { type AddedPack, describeOrigin } from '../../core/added-packs.ts';
import { useWords, type Words } from '../../ui/words.ts';
import { Check } from './choice-group.tsx';
import { countsText } from './pack-facts.tsx';
import { PackUpdate } from './pack-update.tsx';

interface AddedPackProps {
  readonly pack: AddedPack;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onSay: (said: string) => void;
}

/** One of the reader's own packs: on and off, its place, where it is from, a way off the list. */
export function AddedPackItem(props: AddedPackProps) {
  const { pack, onSay } = props;
  const words = useWords();
  const { t } = words;
  const { title } = pack.now;
  const tell = (done: Promise<void>, said: string): void =>
    void done.then(
      () => onSay(said),
      () => onSay(t('options_not_stored')),
    );
  return (
    <li>
      <Check
        checked={pack.on}
        label={title}
        line={t('options_pack_line', pack.now.publisher, pack.now.version, pack.now.licence)}
        onChange={(on) => tell(packKeeper.setOn(pack.id, on), '')}
      />
      <p class="fine">
        {countsText(pack.now, words)} · <bdi>{originText(pack, words)}</bdi>
      </p>
      <Damage pack={pack} />
      <Subscription pack={pack} />
      {pack.before && (
        <PackUpdate
          pack={pack}
          before={pack.before}
          onUndo={() => tell(packKeeper.undo(pack.id), t('packs_undone', title, pack.before?.version ?? ''))}
        />
      )}
      <PackButtons
        {...props}
        onMove={(by) => tell(packKeeper.move(pack.id, by), '')}
        onRemove={() => tell(removePack(pack.id), t('packs_removed', title))}
      />
    </li>
  );
}

/** Said where what is kept of the pack cannot be read; nothing else is. */
function Damage({ pack: { now } }: { readonly pack: AddedPack }) {
  const { t } = useWords();
  const [isWhole, setWhole] = useState(true);
  useEffect(() => {
    void packContents.isWhole(now.content).then(setWhole, () => setWhole(false));
    // The same version is another object whenever the list is read; one that was added again has another day.
  }, [now.content, now.at]);
  if (isWhole) return null;
  return (
    <p class="fine">
      <span class="fault">{t('packs_damaged', now.title)}</span>
    </p>
  );
}

interface PackButtonsProps extends AddedPackProps {
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

function PackButtons({ pack, isFirst, isLast, onMove, onRemove }: PackButtonsProps) {
  const { t } = useWords();
  const [isAsked, setAsked] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  // Who pressed by key goes on where the answer is asked.
  useLayoutEffect(() => answer.current?.focus(), [isAsked]);
  const { title } = pack.now;
  if (isAsked) {
    return (
      <p class="buttons">
        <span>{t('packs_remove_sure', title)}</span>
        <button type="button" class="main" ref={answer} onClick={onRemove}>
          {t('options_remove')}
        </button>
        <button type="button" onClick={() => setAsked(false)}>
          {t('options_leave')}
        </button>
      </p>
    );
  }
  return (
    <p class="buttons">
      <button
        type="button"
        disabled={isFirst}
        aria-label={t('packs_up_named', title)}
        onClick={() => onMove(-1)}
      >
        {t('packs_up')}
      </button>
      <button
        type="button"
        disabled={isLast}
        aria-label={t('packs_down_named', title)}
        onClick={() => onMove(1)}
      >
        {t('packs_down')}
      </button>
      <button type="button" aria-label={t('options_remove_named', title)} onClick={() => setAsked(true)}>
        {t('options_remove')}
      </button>
    </p>
  );
}

function Subscription({ pack: { id, now, origin } }: { readonly pack: AddedPack }) {
  const { t, language } = useWords();
  const [isBusy, setBusy] = useState(false);
  if (origin.type !== 'address') return null;
  const { checkedAt, fault } = origin;
  const check = (): void => {
    setBusy(true);
    void checkPack(id).then(() => setBusy(false));
  };
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <p class="fine">
      {fault !== undefined && (
        <span class="fault">{t('packs_no_update', t(`packs_fault_${fault.replaceAll('-', '_')}`))} </span>
      )}
      {checkedAt !== undefined && t('packs_checked', when.format(checkedAt))}{' '}
      <button type="button" disabled={isBusy} aria-label={t('packs_check_named', now.title)} onClick={check}>
        {t('packs_check')}
      </button>
    </p>
  );
}

function originText({ origin }: AddedPack, { t }: Words): string {
  const from = describeOrigin(origin);
  if (from === undefined) return t('packs_from_sidelight');
  return origin.type === 'file' ? t('packs_from_file', from) : t('packs_from_address', from);
}
