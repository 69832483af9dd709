// Calls of the REST interface, with the token of whoever has one, and with patience where the service asks for it.
const TOKEN = 'elastic.token';
const MOST_TRIES = 12;
const LONGEST_PAUSE = 30_000;
const LATER = [408, 409, 429, 503];

/** What the service says is wrong. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.title);
    this.status = status;
    this.problem = problem;
  }
}

export const token = {
  get: () => sessionStorage.getItem(TOKEN),
  set(value) {
    if (value) sessionStorage.setItem(TOKEN, value);
    else sessionStorage.removeItem(TOKEN);
    dispatchEvent(new CustomEvent('elastic:token'));
  },
};

/** The headers by which the service knows who calls. */
export const credentials = () => (token.get() ? { Authorization: `Bearer ${token.get()}` } : {});

/** A pause that ends early when the browser is online again, or when it is called off. */
export function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, millis);
    addEventListener('online', end);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
}

/** 1 s, 2 s, 4 s and so on. */
export const doubling = (time) => Math.min(LONGEST_PAUSE, 1000 * 2 ** time);

/**
 * Makes a call again as long as the connection breaks, or the service asks to come again.
 *
 * @param attempt makes the call once: a promise of {status, problem, retryAfter} and whatever else
 * @param waiting is called before each pause
 */
async function patiently(attempt, signal, waiting = () => {}) {
  for (let time = 0; ; time++) {
    let outcome;
    try {
      outcome = await attempt();
    } catch (broken) {
      if (signal?.aborted || time === MOST_TRIES) throw broken;
      waiting();
      await pause(doubling(time), signal);
      continue;
    }
    if (outcome.status < 400) return outcome;
    const again = LATER.includes(outcome.status) && !outcome.problem.type?.endsWith(':already-answered');
    if (!again || time === MOST_TRIES) throw new Refused(outcome.status, outcome.problem);
    waiting();
    await pause(outcome.retryAfter ? outcome.retryAfter * 1000 : doubling(time), signal);
  }
}

/** A JSON document, or what the service said instead. */
async function read(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText || String(response.status) };
  }
}

/** Calls the interface; a document comes back, or a Refused is thrown. */
export async function call(path, options = {}) {
  const outcome = await patiently(async () => {
    const response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...credentials() } });
    const document = await read(response);
    return { status: response.status, document, problem: document, retryAfter: response.headers.get('Retry-After') };
  }, options.signal);
  return outcome.document;
}

/**
 * Sends one picture. The same key is the same request, however often it is sent.
 *
 * @param progress is told how much of it has gone, 0 to 1
 * @param waiting is called when it will be sent again, before the pause
 */
export const send = (file, key, signal, { progress, waiting }) =>
  patiently(() => attempt(file, key, signal, progress), signal, waiting).then((outcome) => outcome.document);

function attempt(file, key, signal, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/recognitions');
    request.responseType = 'json';
    for (const [name, value] of Object.entries({ Accept: 'application/json', 'Idempotency-Key': key, ...credentials() })) {
      request.setRequestHeader(name, value);
    }
    const stop = () => request.abort();
    request.upload.onprogress = (event) => progress(event.loaded / event.total);
    request.onload = () => resolve({
      status: request.status,
      document: request.response,
      problem: request.response ?? { title: request.statusText || String(request.status) },
      retryAfter: request.getResponseHeader('Retry-After'),
    });
    request.onerror = () => reject(new TypeError('The connection broke'));
    request.onabort = () => reject(signal.reason);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    signal.addEventListener('abort', stop);
    const form = new FormData();
    form.append('image', file, file.name);
    request.send(form);
  });
}
