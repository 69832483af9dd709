// Where the service is closed: takes a token, and keeps it as long as the browser's window.
import { token } from './api.js';

const form = document.getElementById('token');

function show() {
  form.querySelector('.have').hidden = !token.get();
  form.querySelector('.need').hidden = Boolean(token.get());
}

if (form) {
  form.hidden = false;
  show();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = form.querySelector('input');
    token.set(field.value.trim());
    field.value = '';
    show();
  });
  form.querySelector('.forget').addEventListener('click', () => {
    token.set(null);
    show();
  });
}

/** A token was refused, or is missing: asks for one. */
export function askForToken() {
  token.set(null);
  if (!form) return;
  show();
  form.querySelector('input').focus();
}
