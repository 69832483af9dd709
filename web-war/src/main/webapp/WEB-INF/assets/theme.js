// Runs before anything is painted: says that scripts run, and keeps light or dark as it was chosen here, else as the system has it.
(() => {
  const KEY = 'elastic.theme';
  const root = document.documentElement;

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // A browser may keep nothing; then the system decides.
    }
  };

  const chosen = remembered();
  root.classList.add('js');
  if (chosen) root.dataset.theme = chosen;

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const current = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light');
    const show = () => button.setAttribute('aria-pressed', String(current() === 'dark'));
    button.hidden = false;
    show();
    dark.addEventListener('change', show);
    button.addEventListener('click', () => {
      root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
      show();
      try {
        localStorage.setItem(KEY, root.dataset.theme);
      } catch {
        // Then it holds for this page.
      }
    });
  });
})();
