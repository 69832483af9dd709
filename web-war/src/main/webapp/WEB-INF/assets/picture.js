// Shows a request's picture. An address can't carry a token, so whoever needs one gets the file first.
import { credentials, token } from './api.js';
import { say } from './say.js';

export async function showPicture(frame, id) {
  const image = frame.querySelector('img');
  image.addEventListener('error', () => missing(frame), { once: true });
  const address = `/api/recognitions/${id}/image`;
  if (!token.get()) {
    image.src = address;
    return;
  }
  const response = await fetch(address, { headers: credentials() });
  if (response.ok) image.src = URL.createObjectURL(await response.blob());
  else missing(frame);
}

/** Shows a file that is on its way. */
export function showFile(frame, file) {
  const image = frame.querySelector('img');
  image.addEventListener('error', () => missing(frame), { once: true });
  image.src = URL.createObjectURL(file);
}

function missing(frame) {
  frame.querySelector('img').hidden = true;
  const words = frame.querySelector('.nopicture');
  words.hidden = false;
  words.textContent = say(frame.classList.contains('small') ? 'history.nopicture' : 'card.nopicture');
}
