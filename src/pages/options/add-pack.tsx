import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { linkFault } from '../../core/web-link.ts';
import { useWords } from '../../ui/words.ts';
import { FileButton } from './file-button.tsx';
import { PackChanges } from './pack-changes.tsx';
import { PackFacts } from './pack-facts.tsx';
import { type Doing, type Offered, usePackAdding } from './use-pack-adding.ts';

/** A pack from a file or from an address: read, shown, and only then kept. */
export function AddPack({ onSay }: { readonly onSay: (said: string) => void }) {
  const { t } = useWords();
  const { doing, offered, faults, readFile, readAddress, take, leave } = usePackAdding(onSay);
  return (
    <>
      <h3>{t('packs_add')}</h3>
      <p class="buttons">
        <FileButton
          label={t('packs_from')}
          accept=".json,.gz,application/json,application/gzip"
          onFile={readFile}
        />
      </p>
      <AddressForm isBusy={doing !== undefined} onAddress={readAddress} />
      {doing && <Working doing={doing} />}
      {faults.length > 0 && <Faults faults={faults} />}
      {offered && <Offer offered={offered} onTake={take} onLeave={leave} />}
    </>
  );
}

interface AddressFormProps {
  readonly isBusy: boolean;
  readonly onAddress: (url: string) => void;
}

function AddressForm({ isBusy, onAddress }: AddressFormProps) {
  const { t } = useWords();
  const id = useId();
  const [fault, setFault] = useState('');
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('address');
        if (!(field instanceof HTMLInputElement)) return;
        const url = field.value.trim();
        const isBad = linkFault(url) !== undefined;
        setFault(isBad ? t('packs_fault_address') : '');
        if (isBad) return field.focus();
        onAddress(url);
        field.value = '';
      }}
    >
      <label for={id}>{t('packs_address')}</label>
      <input
        id={id}
        name="address"
        inputMode="url"
        autocapitalize="none"
        dir="ltr"
        aria-describedby={`${id}-line`}
      />
      <button type="submit" disabled={isBusy}>
        {t('packs_subscribe')}
      </button>
      <p id={`${id}-line`} class="fine">
        {t('packs_address_line')}
      </p>
      <p role="alert" class="fault">
        {fault}
      </p>
    </form>
  );
}

function Working({ doing: { phase, done, cancel } }: { readonly doing: Doing }) {
  const { t } = useWords();
  const id = useId();
  return (
    <p class="working">
      <label for={id}>{t(`packs_phase_${phase}`)}</label>
      <progress id={id} max={1} {...(done !== undefined && { value: done })} />
      {cancel && (
        <button type="button" onClick={cancel}>
          {t('packs_cancel')}
        </button>
      )}
    </p>
  );
}

/** So many say enough; whoever wrote the file has `pack check` for the rest. */
const FAULTS_SHOWN = 20;

/** For whoever wrote the file, and so in the language of its documentation. */
function Faults({ faults }: { readonly faults: readonly string[] }) {
  const { t } = useWords();
  return (
    <>
      <ul class="file-faults" lang="en" dir="ltr">
        {faults.slice(0, FAULTS_SHOWN).map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {faults.length > FAULTS_SHOWN && <p class="fine">{t('packs_more', faults.length - FAULTS_SHOWN)}</p>}
    </>
  );
}

interface OfferProps {
  readonly offered: Offered;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

function Offer({ offered: { preview }, onTake, onLeave }: OfferProps) {
  const { t } = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div class="preview">
      <h4 ref={head} tabIndex={-1}>
        {t(preview.diff ? 'packs_preview_update' : 'packs_preview')}
      </h4>
      <PackFacts preview={preview} />
      {preview.diff && <PackChanges diff={preview.diff} />}
      <p class="buttons">
        <button type="button" class="main" onClick={onTake}>
          {t(preview.diff ? 'packs_take_update' : 'packs_take')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('packs_leave')}
        </button>
      </p>
    </div>
  );
}
