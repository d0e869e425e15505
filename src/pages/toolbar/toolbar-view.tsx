import type { MentionSummary } from '../../core/messages.ts';
import { firstMentions } from '../../core/page-outline.ts';
import { isActiveOn, type Settings, withSite } from '../../core/settings.ts';
import { countText, useWords } from '../../ui/words.ts';
import { reasonKey, type TabPage } from '../tab-page.ts';

interface ToolbarViewProps {
  readonly settings: Settings;
  readonly page: TabPage;
  /** A choice that could not be stored; else empty. */
  readonly fault: string;
  readonly onSettings: (change: (settings: Settings) => Settings) => void;
  readonly onJump: (mention: number) => void;
  readonly onLanding: (to: 'quote' | 'disputed') => void;
  readonly onReload: () => void;
  readonly onPermission: () => void;
  readonly onPanel: () => void;
  readonly onPage: (name: 'library' | 'options') => void;
}

/** The popup under the toolbar's button: is it on, what stands here, and where to go on. */
export function ToolbarView(props: ToolbarViewProps) {
  const { t } = useWords();
  return (
    <main class="toolbar">
      <h1 class="unseen">{t('extension_name')}</h1>
      <Switches {...props} />
      <p role="alert" class="fault">
        {props.fault}
      </p>
      <Verdict {...props} />
      <LandingActions {...props} />
      <nav aria-label={t('toolbar_more')}>
        <button type="button" onClick={props.onPanel}>
          {t('toolbar_panel')}
        </button>
        <button type="button" onClick={() => props.onPage('library')}>
          {t('toolbar_library')}
        </button>
        <button type="button" onClick={() => props.onPage('options')}>
          {t('toolbar_options')}
        </button>
      </nav>
    </main>
  );
}

function Switches({ settings, page, onSettings }: ToolbarViewProps) {
  const { t } = useWords();
  const site = page.state?.hostname;
  return (
    <div class="switches">
      <Switch
        on={settings.on}
        label={t('toolbar_on')}
        onChange={(on) => onSettings((now) => ({ ...now, on }))}
      />
      {settings.on && site !== undefined && (
        <Switch
          on={isActiveOn(settings, site)}
          label={t('toolbar_site_on', site)}
          onChange={(active) => onSettings((now) => withSite(now, site, active))}
        />
      )}
      {settings.on && (
        <Switch
          on={settings.sites === 'only'}
          label={t('toolbar_only_chosen')}
          onChange={(only) => onSettings((now) => ({ ...now, sites: only ? 'only' : 'except' }))}
        />
      )}
    </div>
  );
}

interface SwitchProps {
  readonly on: boolean;
  readonly label: string;
  readonly onChange: (on: boolean) => void;
}

function Switch({ on, label, onChange }: SwitchProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="checkbox"
        class="switch"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

/** A remedy within one click, where there is one. */
function Verdict({ page, onJump, onReload, onPermission }: ToolbarViewProps) {
  const { t } = useWords();
  const { verdict, state } = page;
  if (verdict === 'off') return null;
  return (
    <section aria-live="polite">
      {verdict !== 'marked' && <p class="reason">{t(reasonKey(verdict))}</p>}
      {verdict === 'no-permission' && (
        <button type="button" class="main" onClick={onPermission}>
          {t('toolbar_allow')}
        </button>
      )}
      {(verdict === 'stale' || verdict === 'stopped' || verdict === 'heavy') && (
        <button type="button" class="main" onClick={onReload}>
          {t('toolbar_reload')}
        </button>
      )}
      {state && state.mentions.length > 0 && <Terms mentions={state.mentions} onJump={onJump} />}
      {state?.capped && <p class="fine">{t('toolbar_capped')}</p>}
      {state?.effort === 'viewport' && <p class="fine">{t('toolbar_heavy_viewport')}</p>}
      {state?.effort === 'list' && <p class="fine">{t('toolbar_heavy_list')}</p>}
    </section>
  );
}

/** On the page of a Source itself: back to the quotation, and on to what others dispute. */
function LandingActions({ page: { landing }, onLanding }: ToolbarViewProps) {
  const { t } = useWords();
  if (landing === undefined) return null;
  return (
    <nav aria-label={t('landing_disputed')}>
      {landing.quote !== undefined && (
        <button type="button" onClick={() => onLanding('quote')}>
          {t('toolbar_quote')}
        </button>
      )}
      {landing.disputed > 0 && (
        <button type="button" onClick={() => onLanding('disputed')}>
          {t('toolbar_disputed')}
        </button>
      )}
    </nav>
  );
}

interface TermsProps {
  readonly mentions: readonly MentionSummary[];
  readonly onJump: (mention: number) => void;
}

function Terms({ mentions, onJump }: TermsProps) {
  const words = useWords();
  const firsts = firstMentions(mentions);
  return (
    <>
      <h2>{countText(words, 'toolbar_terms', firsts.length)}</h2>
      <ol class="terms">
        {firsts.map((mention) => (
          <li key={mention.term}>
            <button type="button" class="bare" dir="auto" onClick={() => onJump(mention.id)}>
              {mention.label}
            </button>
            <span class="fine" aria-hidden="true">
              {mentions.filter(({ term }) => term === mention.term).length}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
