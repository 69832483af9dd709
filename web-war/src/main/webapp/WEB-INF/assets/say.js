// What pages say, and how numbers and times are said.
import texts from './texts.js';

export const say = (key, ...values) => texts[key].replace(/\{(\d)\}/g, (_, index) => values[index]);

/** A problem document, in words for people; what isn't known here is said as it came. */
export function sayProblem(problem) {
  const key = `problem.${(problem.type ?? '').split(':').pop()}`;
  return key in texts ? texts[key] : [problem.title, problem.detail].filter(Boolean).join('. ');
}

const percentage = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** 0.868 is 87%; what is less than one is said so. */
export const percent = (share) => (share > 0 && share < 0.01 ? '<1%' : percentage.format(share));

/** 640 is 0.6 s, 130000 is 2 min 10 s. */
export function duration(millis) {
  if (millis < 1000) return millis < 100 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
  const seconds = Math.round(millis / 1000);
  if (seconds < 60) return millis < 10_000 ? `${(millis / 1000).toFixed(1)} s` : `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** How long something will take, no more exactly than it can be known. */
export function about(millis) {
  const seconds = Math.max(1, Math.round(millis / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const moment = (iso) => when.format(new Date(iso));
