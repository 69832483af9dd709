// Asks for the page that is shown every two seconds and takes over what is live in it, as long as anybody can see it.
// What is open stays open, what has the focus keeps it. When no answer comes, it says since when, and asks less often.
import text from './texts.js';
import { morph } from './morph.js';

const OFTEN = 2000;
const SELDOM = 30000;
const PATIENCE = 10000;
const LIVE = '#live, [data-live]';

const seen = document.getElementById('seen');
const connection = document.getElementById('connection');
let lastSeen = Date.now();
let pause = OFTEN;
let timer;
let asking = false;

const ago = () => Math.round((Date.now() - lastSeen) / 1000);

const tellLoss = (nextAt) => {
  const seconds = Math.max(0, Math.round((nextAt - Date.now()) / 1000));
  connection.textContent = text['console.lost'].replace('{0}', ago()).replace('{1}', seconds);
  connection.hidden = false;
  seen.hidden = true;
};

const tellLife = () => {
  connection.hidden = true;
  seen.hidden = false;
};

const take = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const part of document.querySelectorAll(LIVE)) {
    const fresh = page.getElementById(part.id);
    if (fresh) morph(part, document.importNode(fresh, true));
  }
};

const ask = async () => {
  if (asking) return;
  asking = true;
  clearTimeout(timer);
  try {
    const answer = await fetch(location.href, {
      headers: { 'X-Requested-With': 'XMLHttpRequest', Accept: 'text/html' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 401) {
      location.reload(); // The server knows where to sign in, and the way back.
      return;
    }
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    take(await answer.text());
    lastSeen = Date.now();
    pause = OFTEN;
    tellLife();
  } catch {
    pause = Math.min(SELDOM, pause * 2);
  } finally {
    asking = false;
  }
  if (!document.hidden) wait(Date.now() + pause);
};

// While the connection is lost, its age is told every second.
const wait = (until) => {
  clearTimeout(timer);
  if (pause > OFTEN) tellLoss(until);
  const left = until - Date.now();
  timer = left <= 0 ? ask() : setTimeout(() => wait(until), Math.min(1000, left));
};

/** Begins to ask; the function that it gives asks at once. */
export const begin = () => {
  tellLife();
  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : ask()));
  wait(Date.now() + OFTEN);
  return ask;
};
