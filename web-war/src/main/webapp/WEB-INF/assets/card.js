// One picture and what has become of it.
import { about, duration, percent, say, sayProblem } from './say.js';
import { showFile, showPicture } from './picture.js';

export class Card {
  #element;
  #recognition = null;
  #aheadNow = null;
  #settled = false;

  constructor(fileName) {
    this.#element = document.getElementById('card').content.firstElementChild.cloneNode(true);
    this.#part('.name').textContent = fileName;
    this.#part('img').alt = '';
  }

  get element() {
    return this.#element;
  }

  get recognition() {
    return this.#recognition;
  }

  /** Whether nothing more will become of it by itself. */
  get isSettled() {
    return this.#settled;
  }

  showFile(file) {
    showFile(this.#part('.picture'), file);
  }

  showPicture() {
    showPicture(this.#part('.picture'), this.#recognition.id);
  }

  /** What the buttons do; those without a meaning are hidden. */
  offer({ cancel = null, again = null } = {}) {
    for (const [name, action] of Object.entries({ cancel, again })) {
      const button = this.#part(`.${name}`);
      button.hidden = action === null;
      button.onclick = action;
      button.setAttribute('aria-label', `${button.textContent.trim()}: ${this.#part('.name').textContent}`);
    }
  }

  /** It waits for its turn to be sent. */
  queued() {
    this.#settled = false;
    this.#reason('');
    this.#state('', say('card.queued'));
  }

  /** @param share how much of it has gone, 0 to 1 */
  sending(share) {
    const bar = this.#part('progress');
    bar.hidden = false;
    bar.value = share;
    this.#state('live', share < 1 ? say('card.sending', percent(share)) : say('card.sent'));
  }

  /** The connection broke, or the service was busy; it will be sent again. */
  retrying() {
    this.#state('warn', say('card.retrying'));
  }

  /** It will not be sent. */
  refused(words) {
    this.#settled = true;
    this.#part('progress').hidden = true;
    this.#state('bad', say('card.refused'));
    this.#reason(words);
  }

  /** It became a request, which stands so. */
  show(recognition) {
    this.#recognition = recognition;
    this.#settled = recognition.status !== 'waiting';
    this.#part('progress').hidden = true;
    this.#aheadNow = recognition.requestsAhead ?? null;
    const link = this.#part('.details');
    link.hidden = false;
    link.href = `/recognition?id=${recognition.id}`;
    link.setAttribute('aria-label', `${link.textContent.trim()}: ${recognition.fileName}`);
    if (recognition.status === 'succeeded') this.#succeeded(recognition);
    else if (recognition.status === 'failed') this.#failed(recognition);
    else this.tick();
  }

  /** An earlier request has been answered. */
  moveUp() {
    if (this.#aheadNow > 0) this.#aheadNow--;
  }

  /** Time has passed. */
  tick(now = Date.now()) {
    if (this.#recognition?.status !== 'waiting') return;
    const { estimatedAnswerAt, capacity } = this.#recognition;
    const left = estimatedAnswerAt ? Date.parse(estimatedAnswerAt) - now : null;
    if (capacity === 'none') {
      this.#state('warn', say('card.nobody'));
    } else if (capacity === 'starting') {
      this.#state('warn', left > 0 ? say('card.starting', about(left)) : say('card.startingSoon'));
    } else if (left === null) {
      this.#state('live', say('card.waiting'));
    } else if (left <= 0) {
      this.#state('live', say('card.soon'));
    } else if (this.#aheadNow > 0) {
      this.#state('live', say('card.ahead', this.#aheadNow, about(left)));
    } else {
      this.#state('live', say('card.next', about(left)));
    }
  }

  #succeeded({ label, confidence, predictions, submittedAt, answeredAt }) {
    this.#state('good', say('card.succeeded'));
    this.#part('.label').textContent = label;
    this.#part('.label').hidden = false;
    const list = this.#part('.top');
    list.hidden = false;
    list.replaceChildren(...predictions.map((prediction) => this.#bar(prediction)));
    const took = this.#part('.took');
    took.hidden = false;
    took.textContent = say('card.took', duration(Date.parse(answeredAt) - Date.parse(submittedAt)));
    this.#element.dataset.confidence = confidence;
  }

  #bar({ label, confidence }) {
    const item = document.getElementById('bar').content.firstElementChild.cloneNode(true);
    item.querySelector('.what').textContent = label;
    item.querySelector('.share').textContent = percent(confidence);
    const meter = item.querySelector('meter');
    meter.value = confidence;
    meter.setAttribute('aria-label', label);
    return item;
  }

  #failed({ problem }) {
    const cancelled = problem.type?.endsWith(':cancelled');
    this.#state(cancelled ? '' : 'bad', say(cancelled ? 'card.cancelled' : 'card.failed'));
    this.#reason(cancelled ? '' : sayProblem(problem));
  }

  #state(sort, words) {
    const state = this.#part('.state');
    if (state.textContent !== words) state.textContent = words;
    state.className = `state badge ${sort}`;
  }

  #reason(words) {
    const reason = this.#part('.reason');
    reason.hidden = !words;
    reason.textContent = words;
  }

  #part(selector) {
    return this.#element.querySelector(selector);
  }
}
