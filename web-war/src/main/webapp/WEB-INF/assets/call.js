// Calls of the interface, and what is told of them.
const TOLD = 8000;

/**
 * Calls the interface with a document, if there is one. What is refused comes as a problem document (RFC 9457). Who is
 * signed in no more is sent to sign in.
 */
export const call = async (method, path, document, headers = {}) => {
  const answer = await fetch(path, {
    method,
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      Accept: 'application/json, application/problem+json',
      ...(document === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: document === undefined ? undefined : JSON.stringify(document),
  });
  if (answer.status === 401) {
    location.reload();
    return new Promise(() => {});
  }
  const content = await answer.text();
  const parsed = content ? JSON.parse(content) : {};
  return {
    ok: answer.ok,
    status: answer.status,
    tag: answer.headers.get('ETag'),
    document: answer.ok ? parsed : undefined,
    problem: answer.ok ? undefined : parsed,
  };
};

/** Tells what came of it, for a while. */
export const tell = (what, good = true) => {
  if (!what) return;
  const note = document.createElement('p');
  note.className = good ? 'note' : 'note bad';
  note.textContent = what;
  document.getElementById('said').append(note);
  setTimeout(() => note.remove(), TOLD);
};
