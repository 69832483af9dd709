// What this browser has sent, newest first. It is kept in the browser and nowhere else.
const KEY = 'elastic.history';
const CLEARED = 'elastic.cleared';
const MOST = 1000;

/** @returns {{id: string, fileName: string, sentAt: string, recognition: object}[]} */
export function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return []; // Nothing can be kept here, or somebody else has written there.
  }
}

function keep(entries) {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries.slice(0, MOST)));
  } catch {
    // A browser that keeps nothing still shows what it has got.
  }
}

/** Notes a request, or what has become of it. */
export function note(recognition) {
  const entries = all();
  const known = entries.find((entry) => entry.id === recognition.id);
  if (known) {
    known.recognition = recognition;
  } else {
    entries.unshift({
      id: recognition.id,
      fileName: recognition.fileName,
      sentAt: recognition.submittedAt,
      noted: Date.now(),
      recognition,
    });
  }
  keep(entries);
}

export const forget = (ids) => keep(all().filter((entry) => !ids.includes(entry.id)));

/** Those that the page for uploads shows: what was sent since it was cleared, and what still waits. */
export function shown() {
  const cleared = Number(localStorage.getItem(CLEARED) ?? 0);
  return all().filter((entry) => entry.noted > cleared || entry.recognition.status === 'waiting').slice(0, 100);
}

export function clearShown() {
  try {
    localStorage.setItem(CLEARED, String(Date.now()));
  } catch {
    // Then it's cleared until the page is loaded again.
  }
}

/** Whether something may still become of it. */
export const isOpen = (recognition) =>
  recognition.status === 'waiting' || recognition.problem?.type?.endsWith(':gave-up') === true;
