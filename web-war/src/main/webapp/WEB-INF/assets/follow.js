// Follows requests by server-sent events until each has its result. It is read by fetch, since an EventSource can't send a
// token. Whenever a stream ends, for whatever reason, the next one asks, at any front end, for what isn't known yet.
import { call, credentials, doubling, pause, Refused } from './api.js';

const MOST = 100;
const SETTLING = 200;
const SILENCE = 45_000;

export class Follower {
  #waiting = new Set();
  #told;
  #lost;
  #connected;
  #stream = null;
  #running = false;

  /**
   * @param told is given each recognition as it comes, also those that wait
   * @param lost is given the id of a request that the service doesn't know
   * @param connected is told whether there is a connection
   */
  constructor({ told, lost = () => {}, connected = () => {} }) {
    this.#told = told;
    this.#lost = lost;
    this.#connected = connected;
  }

  /** Follows one more; who follows many gets them all in one stream. */
  follow(id) {
    this.#waiting.add(id);
    this.#stream?.abort();
    if (!this.#running) this.#run();
  }

  /** Follows it no longer. */
  leave(id) {
    this.#waiting.delete(id);
  }

  async #run() {
    this.#running = true;
    for (let failures = 0; this.#waiting.size > 0; ) {
      this.#stream = new AbortController();
      const { signal } = this.#stream;
      try {
        await pause(SETTLING, signal);
        await this.#listen([...this.#waiting].slice(0, MOST), signal);
        failures = 0;
      } catch (broken) {
        if (signal.aborted && signal.reason?.name === 'AbortError') continue;
        if (broken instanceof Refused && broken.status === 401) break;
        this.#connected(false);
        await pause(broken.retryAfter ?? doubling(failures++));
      }
    }
    this.#running = false;
  }

  async #listen(ids, signal) {
    const path = `/api/recognitions/events?${ids.map((id) => `id=${id}`).join('&')}`;
    const response = await fetch(path, { headers: { Accept: 'text/event-stream', ...credentials() }, signal });
    if (response.status === 404) {
      await this.#sieve(ids, signal);
      return;
    }
    if (!response.ok) {
      const refused = new Refused(response.status, { title: response.statusText });
      refused.retryAfter = 1000 * response.headers.get('Retry-After') || undefined;
      throw refused;
    }
    this.#connected(true);
    await this.#read(response.body, signal);
  }

  async #read(body, signal) {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await this.#within(SILENCE, reader.read());
      if (done || signal.aborted) return;
      text += value;
      const events = text.split('\n\n');
      text = events.pop();
      for (const event of events) this.#tell(event);
    }
  }

  /** A connection that says nothing, not even that it is there, isn't. */
  #within(millis, promise) {
    let timer;
    const silence = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new TypeError('The connection is silent')), millis);
    });
    return Promise.race([promise, silence]).finally(() => clearTimeout(timer));
  }

  #tell(event) {
    const lines = event.split('\n');
    const field = (name) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim()).join('\n');
    if (!['waiting', 'recognition'].includes(field('event'))) return;
    const recognition = JSON.parse(field('data'));
    if (recognition.status !== 'waiting') this.leave(recognition.id);
    this.#told(recognition);
  }

  /** One of them is unknown: finds out which. */
  async #sieve(ids, signal) {
    for (const id of ids) {
      try {
        await call(`/api/recognitions/${id}`, { signal });
      } catch (refused) {
        if (refused.status !== 404) throw refused;
        this.leave(id);
        this.#lost(id);
      }
    }
  }
}
