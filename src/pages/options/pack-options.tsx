import { useEffect, useState } from 'preact/hooks';
import { isWithoutPacks, packKeeper } from '../../browser/added-packs.ts';
import { findIncludedPacks, type IncludedPack, takeIncluded } from '../../browser/included-packs.ts';
import type { AddedPack } from '../../core/added-packs.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import { withEntry } from '../../core/settings.ts';
import { useWords } from '../../ui/words.ts';
import { AddPack } from './add-pack.tsx';
import { AddedPackItem } from './added-pack-item.tsx';
import { Check } from './choice-group.tsx';
import { DamagedPacks } from './damaged-packs.tsx';
import type { OptionProps } from './option-props.ts';
import { usePackList } from './use-pack-list.ts';

interface PackOptionsProps extends OptionProps {
  readonly packs: readonly PackLookUp[];
}

/** Which packs are in use: those that come with Sidelight, then the reader's own in their order. */
export function PackOptions({ settings, onSettings, packs }: PackOptionsProps) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const { packs: added, damaged = [] } = usePackList();
  // A change may have broken off before pages heard of it.
  useEffect(() => void packKeeper.sweep().catch(() => undefined), []);
  return (
    <section class="packs">
      <h2>{t('options_packs')}</h2>
      <p class="fine">{t('packs_lead')}</p>
      {packs.map(({ pack }) => (
        <Check
          key={pack.id}
          checked={!settings.packsOff.includes(pack.id)}
          label={pack.title}
          line={t('options_pack_line', pack.publisher, pack.version, pack.licence)}
          onChange={(on) =>
            onSettings((now) => ({ ...now, packsOff: withEntry(now.packsOff, pack.id, !on) }))
          }
        />
      ))}
      {isWithoutPacks ? (
        <p class="fine">{t('packs_private')}</p>
      ) : (
        <>
          <IncludedPacks packs={added} onSay={setSaid} />
          <AddedPacks packs={added} onSay={setSaid} />
          <DamagedPacks damaged={damaged} onSay={setSaid} />
          <AddPack onSay={setSaid} />
        </>
      )}
      <p role="status" class="said">
        {said}
      </p>
    </section>
  );
}

interface AddedPacksProps {
  readonly packs: readonly AddedPack[];
  readonly onSay: (said: string) => void;
}

/** Those that come with Sidelight and are off; switched on, one joins the reader's own. */
function IncludedPacks({ packs, onSay }: AddedPacksProps) {
  const { t } = useWords();
  const [included, setIncluded] = useState<readonly IncludedPack[]>([]);
  useEffect(() => void findIncludedPacks().then(setIncluded), []);
  const take = (pack: IncludedPack): void =>
    void takeIncluded(pack).then(
      () => onSay(t('packs_was_added', pack.title)),
      () => onSay(t('options_not_stored')),
    );
  return (
    <>
      {included
        .filter(({ id }) => !packs.some((pack) => pack.id === id))
        .map((pack) => (
          <Check
            key={pack.id}
            checked={false}
            label={pack.title}
            line={t('options_pack_line', pack.publisher, pack.version, pack.licence)}
            onChange={() => take(pack)}
          />
        ))}
    </>
  );
}

function AddedPacks({ packs, onSay }: AddedPacksProps) {
  if (packs.length === 0) return null;
  return (
    <ul class="added">
      {packs.map((pack, at) => (
        <AddedPackItem
          key={pack.id}
          pack={pack}
          isFirst={at === 0}
          isLast={at === packs.length - 1}
          onSay={onSay}
        />
      ))}
    </ul>
  );
}
