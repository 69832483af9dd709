// Buttons that call the interface: what they do stands in their attributes, and some ask before they do it.
import text from './texts.js';
import { call, tell } from './call.js';

const dialog = document.getElementById('confirm');

const confirmed = (button) => {
  document.getElementById('confirm-question').textContent = button.dataset.confirm;
  document.getElementById('confirm-yes').textContent = button.textContent;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
};

const press = async (button, refresh) => {
  if (button.dataset.confirm && !(await confirmed(button))) return;
  button.disabled = true;
  try {
    const headers = button.dataset.tag ? { 'If-Match': button.dataset.tag } : {};
    const answer = await call(button.dataset.call, button.dataset.path, undefined, headers);
    tell(answer.ok ? button.dataset.done : (answer.problem.detail ?? answer.problem.title), answer.ok);
    if (answer.ok) button.dispatchEvent(new CustomEvent('done', { bubbles: true }));
  } finally {
    button.disabled = false;
    refresh();
  }
};

/** Listens to all buttons, also to those that come later. */
export const act = (refresh) => {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('button[data-call]');
    if (button) press(button, refresh).catch(() => tell(text['console.call-lost'], false));
  });
};
