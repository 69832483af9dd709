// Forms that send a document to the interface. What is refused is told beside its field. When somebody else has changed the
// document meanwhile, the form says who changed what, keeps what was filled in here, and can be sent again.
import text from './texts.js';
import { call, tell } from './call.js';

/** The tag of a document that isn't there yet. */
const NONE = '*';

/** What stood in each field before anybody changed it here. */
const began = new WeakMap();

const fields = (form) => [...form.elements].filter((field) => field.name);

/** Seconds of a duration in ISO 8601. */
const seconds = (iso) => {
  const [, days = 0, hours = 0, minutes = 0, rest = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(iso) ?? [];
  return days * 86400 + hours * 3600 + minutes * 60 + Number(rest);
};

const read = {
  number: Number,
  seconds: (value) => `PT${Number(value)}S`,
  minutes: (value) => `PT${Math.round(value * 60)}S`,
  text: String,
};
const written = { number: String, seconds: (iso) => String(seconds(iso)), minutes: (iso) => String(seconds(iso) / 60), text: String };
const kind = (field) => field.dataset.as ?? 'text';

/** The document that a form says. */
export const documentOf = (form) => {
  const inner = {};
  const outer = {};
  for (const field of fields(form)) {
    const into = form.dataset.within && !field.dataset.beside ? inner : form.dataset.within ? outer : inner;
    into[field.name] = read[kind(field)](field.value);
  }
  return form.dataset.within ? { ...outer, [form.dataset.within]: inner } : inner;
};

const errorOf = (field) => document.getElementById(`${field.id}-error`);

const clearErrors = (form) => {
  for (const field of fields(form)) {
    field.removeAttribute('aria-invalid');
    if (errorOf(field)) errorOf(field).textContent = '';
  }
};

/** Tells a problem beside its field, or below all when it has none. */
export const tellProblem = (form, problem) => {
  const field = fields(form).find(({ name }) => name === problem.field?.split('.').pop());
  if (!field) {
    tell(problem.detail ?? problem.title, false);
    return;
  }
  field.setAttribute('aria-invalid', 'true');
  errorOf(field).textContent = problem.detail;
  field.focus();
};

const condition = (form) => {
  const { tag } = form.dataset;
  if (tag === undefined) return {};
  return tag === NONE ? { 'If-None-Match': '*' } : { 'If-Match': tag };
};

const label = (form, name) => form.querySelector(`label[for="${form.elements[name].id}"]`).textContent;

const lastChange = async () => {
  const audit = await call('GET', '/api/fleet/audit?limit=20');
  return audit.ok ? audit.document.entries.find((entry) => /-settings$|-shadow$/.test(entry.action)) : undefined;
};

/** What somebody else changed is told and taken over, but for fields that were changed here too. */
const takeOver = async (form) => {
  const fresh = await call('GET', form.dataset.path);
  const note = form.querySelector('.changed');
  const list = document.createElement('ul');
  if (!fresh.ok) {
    form.dataset.tag = NONE;
  } else {
    form.dataset.tag = fresh.tag;
    for (const field of fields(form)) {
      const theirs = written[kind(field)](fresh.document[field.name]);
      if (theirs !== began.get(field)) {
        const item = document.createElement('li');
        item.textContent = `${label(form, field.name)}: ${began.get(field)} → ${theirs}`;
        list.append(item);
        if (field.value === began.get(field)) field.value = theirs;
        began.set(field, theirs);
      }
    }
  }
  const who = (await lastChange())?.by ?? text['settings.somebody'];
  const told = document.createElement('p');
  told.textContent = text['settings.changed'].replace('{0}', who);
  const advice = document.createElement('p');
  advice.textContent = text['settings.changed.advice'];
  note.replaceChildren(told, list, advice);
  note.hidden = false;
};

const remember = (form) => {
  for (const field of fields(form)) began.set(field, field.value);
};

/** What the page came with, which may be filled in before this runs. */
const came = (field) => field.defaultValue ?? [...field.options].find((option) => option.defaultSelected)?.value;

const send = async (form, refresh) => {
  clearErrors(form);
  const note = form.querySelector('.changed');
  const answer = await call(form.dataset.call, form.dataset.path, documentOf(form), condition(form));
  if (answer.ok) {
    if (answer.tag) form.dataset.tag = answer.tag;
    if (note) note.hidden = true;
    remember(form);
    tell(form.dataset.done);
    form.dispatchEvent(new CustomEvent('answered', { detail: answer.document }));
  } else if (answer.status === 412) {
    await takeOver(form);
  } else {
    tellProblem(form, answer.problem);
  }
  refresh();
};

/** Listens to all forms that call the interface. */
export const watchForms = (refresh) => {
  for (const form of document.querySelectorAll('form[data-call]')) {
    for (const field of fields(form)) began.set(field, came(field));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = form.querySelector('button[type=submit]');
      button.disabled = true;
      try {
        await send(form, refresh);
      } catch {
        tell(text['console.call-lost'], false);
      } finally {
        button.disabled = false;
      }
    });
  }
  // The policy in the shadow can be taken away only as it is known here, and only while it is there.
  const shadow = document.getElementById('shadow');
  const remove = document.getElementById('remove-shadow');
  shadow?.addEventListener('answered', () => {
    remove.dataset.tag = shadow.dataset.tag;
  });
  remove?.addEventListener('done', () => {
    shadow.dataset.tag = NONE;
  });
};
