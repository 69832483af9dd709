// The charts of a report, one below the other over one axis of time, by uPlot.
'use strict';

const { timeline } = JSON.parse(document.getElementById('data').textContent);
const short = (number) => (number === null || number === undefined ? '–' : String(Math.round(number * 1000) / 1000));

/** The sum of columns; not known where none of them is. */
const sum = (names) => timeline.at.map((at, i) => (timeline[names[0]][i] === null ? null : names.reduce((all, name) => all + timeline[name][i], 0)));
const line = (label, paint, name, dash) => ({ label, paint, dash, values: timeline[name], own: timeline[name] });
/** An area over those that come after it is as high as all of them together, and tells its own height. */
const area = (label, paint, ...names) => ({ label, paint, area: true, values: sum(names), own: timeline[names[0]] });

const charts = [
  { title: 'Requests per second', series: [line('to start', 'part-2', 'arrivals'), line('answered', 'part-4', 'answers')] },
  {
    title: 'Latency in seconds',
    series: [line('max', 'part-1', 'max', true), line('p99', 'bad', 'p99'), line('p90', 'part-3', 'p90'), line('p50', 'part-4', 'p50')],
  },
  {
    title: 'Backlog in requests',
    series: [
      line('under way', 'part-2', 'underWay'),
      ...(timeline.queue ? [line('unanswered, says the fleet', 'part-5', 'unanswered'), line('in the queue', 'part-3', 'queue', true)] : []),
    ],
  },
];
if (timeline.ready) {
  charts.push({
    title: 'Capacity in instances',
    series: [
      area('terminating', 'part-1', 'terminating', 'draining', 'pending', 'ready'),
      area('draining', 'part-5', 'draining', 'pending', 'ready'),
      area('pending', 'part-3', 'pending', 'ready'),
      area('ready', 'part-4', 'ready'),
      line('desired', 'text', 'desired', true),
    ],
  });
}

/** What a name of a colour is in the present theme. */
const colour = (name) => {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};

const axis = (more) => ({ stroke: colour('muted'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 }, ...more });

/** The points that no line leads to, which would not be seen. */
const lonely = (chart, series) => {
  const values = chart.data[series];
  const known = (i) => values[i] !== null && values[i] !== undefined;
  const alone = [...values.keys()].filter((i) => known(i) && !known(i - 1) && !known(i + 1));
  return alone.length > 0 ? alone : null;
};

const drawn = [];
const all = [0, timeline.at[timeline.at.length - 1] + timeline.step];
let shown = all;

/** All charts show the same time. */
const follow = (chart, key) => {
  const { min, max } = chart.scales.x;
  if (key !== 'x' || (min === shown[0] && max === shown[1])) return;
  shown = [min, max];
  for (const other of drawn) if (other !== chart) other.setScale('x', { min, max });
};

const options = ({ series }, width) => ({
  width,
  height: 200,
  cursor: { sync: { key: 'load' } },
  scales: { x: { time: false, range: (chart, least, most) => (least === timeline.at[0] && most === timeline.at[timeline.at.length - 1] ? all : [least, most]) }, y: { range: (chart, least, most) => [0, (most || 1) * 1.1] } },
  axes: [axis({ size: 32 }), axis({ size: 64 })],
  series: [
    { label: 'seconds', value: (chart, value) => short(value) },
    ...series.map(({ label, paint, dash, area: filled, own }) => ({
      label,
      stroke: colour(paint),
      width: filled ? 0 : 2,
      fill: filled ? colour(paint) : undefined,
      dash: dash ? [6, 4] : undefined,
      points: { show: false, size: 6, filter: lonely },
      value: (chart, value, index, at) => (at === null ? '–' : short(own[at])),
    })),
  ],
  hooks: { setScale: [follow] },
});

const place = document.getElementById('charts');
const draw = () => {
  drawn.length = 0;
  place.replaceChildren();
  for (const chart of charts) {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = chart.title;
    section.append(heading);
    place.append(section);
    const width = section.clientWidth - 32;
    drawn.push(new uPlot(options(chart, width), [timeline.at, ...chart.series.map(({ values }) => values)], section));
  }
};

draw();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
addEventListener('resize', () => {
  for (const chart of drawn) chart.setSize({ width: place.clientWidth - 34, height: 200 });
});
