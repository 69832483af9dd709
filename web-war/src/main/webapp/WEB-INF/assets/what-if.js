// What would have been: shows the answer to the form beside what was.
import text from './texts.js';
import { plot } from './plot.js';

const number = (digits) => (value) => (value === undefined ? '–' : value.toLocaleString([], { maximumFractionDigits: digits }));
const ROWS = {
  p50: (value) => (value === undefined ? '–' : `${number(2)(value)} s`),
  p99: (value) => (value === undefined ? '–' : `${number(2)(value)} s`),
  inTime: (value) => (value === undefined ? '–' : `${number(1)(value * 100)} %`),
  instanceHours: number(2),
  price: (value) => (value === undefined ? '–' : `$${value.toFixed(3)}`),
  launches: number(0),
};

const row = (name, { present, proposed }) => {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = text[`what-if.${name}`];
  row.append(head);
  for (const result of [present, proposed]) {
    const cell = document.createElement('td');
    cell.className = 'number';
    cell.textContent = ROWS[name](result[name]);
    row.append(cell);
  }
  return row;
};

/** Both curves over the times of the first; they have the same. */
const curves = (place, { present, proposed }, value) => {
  const times = present.points.map(({ at }) => Date.parse(at) / 1000);
  const format = number(1);
  const tell = (chart, given) => (given === null ? '–' : format(given));
  plot(
    place,
    {
      format,
      sync: 'what-if',
      series: [
        { label: text['what-if.present'], paint: 'part-2', tell },
        { label: text['what-if.proposed'], paint: 'bad', dashed: true, tell },
      ],
    },
    [times, present.points.map(value), times.map((time, index) => (proposed.points[index] ? value(proposed.points[index]) : null))],
  );
};

document.getElementById('what-if').addEventListener('answered', ({ detail }) => {
  document.getElementById('answer').hidden = false;
  document.getElementById('comparison').replaceChildren(...Object.keys(ROWS).map((name) => row(name, detail)));
  curves(document.getElementById('what-if-capacity'), detail, ({ ready, booting }) => ready + booting);
  curves(document.getElementById('what-if-backlog'), detail, ({ backlog }) => backlog);
  document.getElementById('h-answer').focus();
});
