// The page for uploads: takes files, sends some at a time, and shows what becomes of each.
import { call, Refused, send } from './api.js';
import { Card } from './card.js';
import { chosen, dropped } from './files.js';
import { Follower } from './follow.js';
import * as memory from './memory.js';
import { announce } from './news.js';
import { percent, say, sayProblem } from './say.js';
import { askForToken } from './token.js';

const AT_A_TIME = 3;
const LOOK_EVERY = 2000;

const form = document.getElementById('upload');
const list = document.getElementById('results');
const section = document.getElementById('sent');
const lost = document.getElementById('disconnected');
const mostBytes = Number(form.dataset.mostBytes);

const cards = new Map(); // those that became requests, by id
const shown = new Set(); // all
const unsent = [];
let sending = 0;

const follower = new Follower({
  told: (recognition) => tell(recognition),
  lost: (id) => {
    memory.forget([id]);
    if (cards.has(id)) remove(cards.get(id));
  },
  connected: (is) => {
    lost.hidden = is;
  },
});

function add(card) {
  shown.add(card);
  list.prepend(card.element);
  section.hidden = false;
  return card;
}

function remove(card) {
  shown.delete(card);
  cards.delete(card.recognition?.id);
  card.element.remove();
  section.hidden = shown.size === 0;
}

/** Takes files in. */
function take(files) {
  for (const file of files) {
    const card = add(new Card(file.name));
    card.showFile(file);
    const picture = { file, card, key: randomKey(), calledOff: new AbortController() };
    const wrong = unacceptable(file);
    if (wrong) {
      refuse(picture, wrong);
    } else {
      enqueue(picture);
    }
  }
  if (files.length > 0) announce(say('upload.taken', files.length));
  sendNext();
}

function unacceptable(file) {
  if (file.size === 0) return say('problem.empty-image');
  return file.size > mostBytes ? say('problem.image-too-large') : null;
}

function enqueue(picture) {
  picture.card.queued();
  picture.card.offer({ cancel: () => callOff(picture) });
  unsent.push(picture);
}

function callOff(picture) {
  picture.calledOff.abort();
  const place = unsent.indexOf(picture);
  if (place >= 0) unsent.splice(place, 1);
  remove(picture.card);
}

function sendNext() {
  while (sending < AT_A_TIME && unsent.length > 0) {
    sending++;
    sendOne(unsent.shift()).finally(() => {
      sending--;
      sendNext();
    });
  }
}

async function sendOne(picture) {
  const { file, card, key, calledOff } = picture;
  try {
    card.sending(0);
    const recognition = await send(file, key, calledOff.signal, {
      progress: (share) => card.sending(share),
      waiting: () => card.retrying(),
    });
    cards.set(recognition.id, card);
    tell(recognition);
    if (recognition.status === 'waiting') follower.follow(recognition.id);
  } catch (failure) {
    if (!calledOff.signal.aborted) fail(picture, failure);
  }
}

function fail(picture, failure) {
  const refused = failure instanceof Refused;
  if (refused && failure.status === 401) askForToken();
  refuse(picture, refused ? sayProblem(failure.problem) : say('problem.connection'));
  const worthAnother = !refused || failure.status === 401 || failure.status >= 429;
  if (worthAnother) {
    picture.card.offer({
      again: () => {
        enqueue(picture);
        sendNext();
      },
    });
  }
}

function refuse({ file, card }, words) {
  card.refused(words);
  card.offer();
  announce(say('upload.refused', file.name, words));
}

/** Shows how a request stands. */
function tell(recognition) {
  const card = cards.get(recognition.id);
  const news = recognition.status !== 'waiting' && card?.recognition?.status !== recognition.status;
  memory.note(recognition);
  if (!card) return;
  const kept = card.recognition?.status === 'waiting' && recognition.status === 'waiting' ? card.recognition : recognition;
  card.show(kept.capacity === 'ready' ? kept : recognition);
  card.offer(recognition.status === 'waiting' ? { cancel: () => cancel(recognition.id) } : {});
  if (!news) return;
  cards.forEach((other) => other.recognition?.submittedAt > recognition.submittedAt && other.moveUp());
  announce(recognition.status === 'succeeded'
    ? say('upload.news', recognition.fileName, recognition.label, percent(recognition.confidence))
    : say('upload.refused', recognition.fileName, sayProblem(recognition.problem)));
}

async function cancel(id) {
  try {
    const recognition = await call(`/api/recognitions/${id}`, { method: 'DELETE' });
    follower.leave(id);
    tell(recognition);
  } catch (failure) {
    // Who was answered meanwhile is told so by the events.
    if (failure.status !== 409) announce(failure instanceof Refused ? sayProblem(failure.problem) : say('problem.connection'));
  }
}

function restore() {
  for (const { recognition } of memory.shown().reverse()) {
    const card = add(new Card(recognition.fileName));
    cards.set(recognition.id, card);
    card.show(recognition);
    card.showPicture();
    card.offer(recognition.status === 'waiting' ? { cancel: () => cancel(recognition.id) } : {});
    if (memory.isOpen(recognition)) follower.follow(recognition.id);
  }
}

/** As long as no worker is ready, asks how that goes on: events tell results only. */
async function look() {
  const waiting = [...cards.values()].filter((card) => card.recognition?.status === 'waiting');
  const unready = waiting.filter((card) => card.recognition.capacity !== 'ready');
  if (unready.length === 0) return;
  const now = await call(`/api/recognitions/${unready[0].recognition.id}`);
  if (now.status !== 'waiting') {
    tell(now);
    return;
  }
  const { capacity, estimatedAnswerAt } = now;
  for (const card of unready) {
    if (card.recognition.status === 'waiting') card.show({ ...card.recognition, capacity, estimatedAnswerAt });
  }
}

async function lookOn() {
  try {
    await look();
  } catch {
    // The events come again, too; then it's known.
  }
  setTimeout(lookOn, LOOK_EVERY);
}

function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

for (const input of form.querySelectorAll('input[type=file]')) {
  input.addEventListener('change', () => {
    take(chosen(input.files));
    input.value = '';
  });
}
form.addEventListener('submit', (event) => event.preventDefault());

addEventListener('paste', (event) => {
  if (event.clipboardData.files.length > 0) take(chosen(event.clipboardData.files));
});

let inside = 0;
const hasFiles = (event) => event.dataTransfer.types.includes('Files');
addEventListener('dragenter', (event) => {
  if (!hasFiles(event)) return;
  inside++;
  form.classList.add('over');
});
addEventListener('dragleave', (event) => {
  if (!hasFiles(event)) return;
  inside--;
  form.classList.toggle('over', inside > 0);
});
addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault());
addEventListener('drop', async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  inside = 0;
  form.classList.remove('over');
  take(await dropped(event.dataTransfer));
});

document.getElementById('clear').addEventListener('click', () => {
  memory.clearShown();
  [...shown].filter((card) => card.isSettled).forEach(remove);
});

addEventListener('beforeunload', (event) => {
  if (sending > 0 || unsent.length > 0) event.preventDefault();
});

addEventListener('elastic:token', () => {
  for (const [id, card] of cards) if (card.recognition.status === 'waiting') follower.follow(id);
});

setInterval(() => cards.forEach((card) => card.tick()), 1000);
restore();
lookOn();
