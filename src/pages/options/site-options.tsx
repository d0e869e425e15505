import { useId, useState } from 'preact/hooks';
import { withEntry } from '../../core/settings.ts';
import { readSite } from '../../core/written-site.ts';
import { useWords } from '../../ui/words.ts';
import { ChoiceGroup } from './choice-group.tsx';
import { EntryList } from './entry-list.tsx';
import type { OptionProps } from './option-props.ts';

/** Where Sidelight works: everywhere but on a list, or only on one. */
export function SiteOptions({ settings, onSettings }: OptionProps) {
  const { t } = useWords();
  const list = settings.sites === 'only' ? 'onlySites' : 'offSites';
  return (
    <section>
      <h2>{t('options_sites')}</h2>
      <ChoiceGroup
        legend={t('options_sites_where')}
        value={settings.sites}
        choices={[
          { value: 'except', label: t('options_sites_except') },
          { value: 'only', label: t('toolbar_only_chosen') },
        ]}
        onChange={(sites) => onSettings((now) => ({ ...now, sites }))}
      />
      <h3>{t(`options_${list === 'onlySites' ? 'only' : 'off'}_sites`)}</h3>
      <EntryList
        entries={settings[list].map((site) => ({ id: site, label: site }))}
        removeLabel={(site) => t('options_remove_named', site)}
        empty={t('options_no_sites')}
        onRemove={(site) => onSettings((now) => ({ ...now, [list]: withEntry(now[list], site, false) }))}
      />
      <AddSite
        onAdd={(site) => onSettings((now) => ({ ...now, [list]: withEntry(now[list], site, true) }))}
      />
    </section>
  );
}

function AddSite({ onAdd }: { readonly onAdd: (site: string) => void }) {
  const { t } = useWords();
  const id = useId();
  const [fault, setFault] = useState('');
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('site');
        if (!(field instanceof HTMLInputElement)) return;
        const site = readSite(field.value);
        setFault(site === undefined ? t('options_bad_site') : '');
        if (site === undefined) return field.focus();
        onAdd(site);
        field.value = '';
      }}
    >
      <label for={id}>{t('options_add_site')}</label>
      <input id={id} name="site" inputMode="url" autocapitalize="none" placeholder="example.org" dir="ltr" />
      <button type="submit">{t('options_add')}</button>
      <p role="alert" class="fault">
        {fault}
      </p>
    </form>
  );
}
