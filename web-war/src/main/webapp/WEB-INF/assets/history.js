// The page with what this browser has sent.
import { credentials, token } from './api.js';
import { Follower } from './follow.js';
import * as memory from './memory.js';
import { moment, percent, say, sayProblem } from './say.js';
import { showPicture } from './picture.js';
import './token.js';

const PAGE = 20;
const MOST_EXPORTED = 500;

const rows = document.getElementById('rows');
const search = document.getElementById('search');
const everything = document.getElementById('everything');
const exporting = document.getElementById('export');
const forgetting = document.getElementById('forget');
const chosen = new Set();
let page = 0;

const follower = new Follower({
  told: (recognition) => {
    memory.note(recognition);
    show();
  },
  lost: (id) => {
    memory.forget([id]);
    show();
  },
});

function found() {
  const wanted = search.value.trim().toLowerCase();
  return memory.all().filter(({ fileName, recognition }) =>
    [recognition.label ?? '', fileName].some((text) => text.toLowerCase().includes(wanted)));
}

function show() {
  const all = found();
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  page = Math.min(page, pages - 1);
  const some = all.slice(page * PAGE, (page + 1) * PAGE);
  rows.replaceChildren(...some.map(row));
  document.getElementById('table').hidden = some.length === 0;
  document.getElementById('tools').hidden = memory.all().length === 0;
  const nothing = document.getElementById('nothing');
  nothing.hidden = some.length > 0;
  nothing.querySelector('p').textContent = say(memory.all().length === 0 ? 'history.empty' : 'history.notFound');
  document.getElementById('pages').hidden = pages === 1;
  document.getElementById('where').textContent = say('history.page', page + 1, pages);
  document.getElementById('newer').disabled = page === 0;
  document.getElementById('older').disabled = page === pages - 1;
  document.getElementById('count').textContent = say('history.count', all.length);
  showChosen(all);
}

function showChosen(all) {
  everything.checked = all.length > 0 && all.every(({ id }) => chosen.has(id));
  everything.indeterminate = !everything.checked && all.some(({ id }) => chosen.has(id));
  const ids = [...chosen];
  exporting.textContent = say('history.export', ids.length);
  exporting.setAttribute('aria-disabled', String(ids.length === 0));
  if (ids.length > 0) exporting.href = `/api/recognitions.csv?${ids.slice(0, MOST_EXPORTED).map((id) => `id=${id}`).join('&')}`;
  else exporting.removeAttribute('href');
  forgetting.disabled = ids.length === 0;
}

const pictures = new Map();

function row({ id, fileName, sentAt, recognition }) {
  const element = document.getElementById('row').content.firstElementChild.cloneNode(true);
  const part = (selector) => element.querySelector(selector);
  const choice = part('input');
  choice.checked = chosen.has(id);
  choice.setAttribute('aria-label', say('history.choose', fileName));
  choice.addEventListener('change', () => {
    if (choice.checked) chosen.add(id);
    else chosen.delete(id);
    showChosen(found());
  });
  if (!pictures.has(id)) {
    pictures.set(id, part('.picture'));
    showPicture(part('.picture'), id);
  }
  part('.picture').replaceWith(pictures.get(id));
  const link = part('a');
  link.href = `/recognition?id=${id}`;
  link.textContent = fileName;
  part('time').dateTime = sentAt;
  part('time').textContent = moment(sentAt);
  const outcome = part('.outcome');
  outcome.textContent = { succeeded: recognition.label, failed: recognition.problem && sayProblem(recognition.problem) }[recognition.status]
    ?? say('card.waiting');
  outcome.classList.toggle('failed', recognition.status === 'failed');
  part('.share').textContent = recognition.confidence === undefined ? '' : percent(recognition.confidence);
  return element;
}

search.addEventListener('input', () => {
  page = 0;
  show();
});
everything.addEventListener('change', () => {
  for (const { id } of found()) {
    if (everything.checked) chosen.add(id);
    else chosen.delete(id);
  }
  show();
});
document.getElementById('newer').addEventListener('click', () => {
  page--;
  show();
});
document.getElementById('older').addEventListener('click', () => {
  page++;
  show();
});
forgetting.addEventListener('click', () => {
  memory.forget([...chosen]);
  chosen.clear();
  show();
});

/** A link can't carry a token: who needs one gets the table first. */
exporting.addEventListener('click', async (event) => {
  if (!token.get() || !exporting.href) return;
  event.preventDefault();
  const response = await fetch(exporting.href, { headers: credentials() });
  if (!response.ok) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = 'recognitions.csv';
  link.click();
});

addEventListener('storage', show);
addEventListener('elastic:token', () => {
  pictures.clear();
  show();
});
show();
for (const { id, recognition } of memory.all()) if (memory.isOpen(recognition)) follower.follow(id);
