// A page that the server made of requests: shows it anew when something has become of one, and cancels. What is closed to
// who has no token is asked for with it.
import { call, credentials, token } from './api.js';
import { Follower } from './follow.js';
import * as memory from './memory.js';
import { announce } from './news.js';
import { say, sayProblem } from './say.js';
import './token.js';

const outcome = () => document.getElementById('outcome');

const follower = new Follower({ told: (recognition) => recognition.status !== 'waiting' && renew(recognition) });

async function renew(news) {
  const response = await fetch(location.href, { headers: { Accept: 'text/html', ...credentials() } });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  outcome().replaceWith(page.getElementById('outcome'));
  begin();
  if (!news) return;
  if (memory.all().some(({ id }) => id === news.id)) memory.note(news);
  announce(news.status === 'succeeded' ? say('live.news', news.fileName, news.label) : say('upload.refused', news.fileName, sayProblem(news.problem)));
}

function begin() {
  for (const element of outcome().querySelectorAll('[data-waiting]')) follower.follow(element.dataset.waiting);
  for (const button of outcome().querySelectorAll('[data-cancel]')) {
    button.hidden = false;
    button.addEventListener('click', () => cancel(button.dataset.cancel));
  }
  for (const image of outcome().querySelectorAll('img[data-id]')) showWithToken(image);
}

async function cancel(id) {
  try {
    const recognition = await call(`/api/recognitions/${id}`, { method: 'DELETE' });
    follower.leave(id);
    await renew(recognition);
  } catch (failure) {
    announce(failure.problem ? sayProblem(failure.problem) : say('problem.connection'));
  }
}

async function showWithToken(image) {
  if (!token.get()) return;
  const response = await fetch(image.getAttribute('src'), { headers: credentials() });
  if (response.ok) image.src = URL.createObjectURL(await response.blob());
}

addEventListener('elastic:token', () => renew());
if (token.get()) renew();
else begin();
