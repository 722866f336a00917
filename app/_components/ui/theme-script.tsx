/**
 * Runs before the first paint: sets the theme that was chosen earlier, and says that scripts run, so that what only
 * they can operate may take its final place at once.
 */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, not anyone's input
  return <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}

const SCRIPT = `(function(r){r.classList.add('js');try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')r.dataset.theme=t}catch(e){}})(document.documentElement)`
