import { render } from 'preact';
import { browser } from '../../browser/api.ts';
import { changeSettings, loadSettings } from '../../browser/settings-store.ts';
import { askPage, findActiveTab, queryPage } from '../../browser/tabs.ts';
import type { MentionSummary, PageState } from '../../core/messages.ts';
import { isActiveOn, type Settings, withSite } from '../../core/settings.ts';

const t = (key: string, ...values: string[]): string => browser.i18n.getMessage(key, values);

interface ToolbarProps {
  readonly settings: Settings;
  readonly page: PageState | undefined;
  readonly onSettings: (change: (settings: Settings) => Settings) => void;
  readonly onJump: (mention: number) => void;
}

function Toolbar({ settings, page, onSettings, onJump }: ToolbarProps) {
  return (
    <main>
      <Switch
        on={settings.on}
        label={t(settings.on ? 'toolbar_on' : 'toolbar_off')}
        onChange={(on) => onSettings((now) => ({ ...now, on }))}
      />
      {page && settings.on && <SiteSwitch site={page.hostname} settings={settings} onSettings={onSettings} />}
      <PageTerms page={page} onJump={onJump} />
    </main>
  );
}

function Switch({ on, label, onChange }: { on: boolean; label: string; onChange: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function SiteSwitch({
  site,
  settings,
  onSettings,
}: Omit<ToolbarProps, 'page' | 'onJump'> & { site: string }) {
  const on = isActiveOn(settings, site);
  return (
    <Switch
      on={on}
      label={t(on ? 'toolbar_site_on' : 'toolbar_site_off', site)}
      onChange={(active) => onSettings((now) => withSite(now, site, active))}
    />
  );
}

function PageTerms({ page, onJump }: { page: PageState | undefined; onJump: (mention: number) => void }) {
  if (!page) return <p>{t('toolbar_unread')}</p>;
  if (page.status === 'stopped') return <p>{t('toolbar_stopped')}</p>;
  if (page.status !== 'active') return null;
  if (page.mentions.length === 0) return <p>{t('toolbar_none')}</p>;
  return (
    <section>
      <h2>{t('toolbar_terms')}</h2>
      <ol>
        {firstOfEachTerm(page.mentions).map((mention) => (
          <li key={mention.term}>
            <button type="button" onClick={() => onJump(mention.id)}>
              {mention.label}
            </button>
          </li>
        ))}
      </ol>
      {page.capped && <p>{t('toolbar_capped')}</p>}
    </section>
  );
}

function firstOfEachTerm(mentions: readonly MentionSummary[]): readonly MentionSummary[] {
  const seen = new Map<string, MentionSummary>();
  for (const mention of mentions) if (!seen.has(mention.term)) seen.set(mention.term, mention);
  return [...seen.values()];
}

async function show(): Promise<void> {
  const tab = await findActiveTab();
  const page = tab === undefined ? undefined : await queryPage(tab);
  const settings = await loadSettings();
  render(
    <Toolbar
      settings={settings}
      page={page}
      onSettings={(change) => void changeSettings(change).then(show)}
      onJump={(mention) => tab !== undefined && void askPage(tab, { type: 'page.jump', mention })}
    />,
    document.body,
  );
}

void show();
