// The last hour in charts, over one axis of time: what waited, the capacity, how long answers took, what came and went.
import text from './texts.js';
import { call } from './call.js';
import { plot } from './plot.js';

const EVERY = 5000;
const POINTS = 120;

const short = (number) => (number === null || number === undefined ? '–' : String(Math.round(number * 10) / 10));
const time = (number) => (number === null || number === undefined ? '–' : number < 1 ? `${Math.round(number * 1000)} ms` : `${short(number)} s`);

const column = (name) => (points) => points.map((point) => point?.[name] ?? null);
const sum = (...names) => (points) => points.map((point) => (point ? names.reduce((all, name) => all + (point[name] ?? 0), 0) : null));

/** An area over those that come after it is as high as all of them together, and tells its own height. */
const area = (label, paint, names) => ({ label: text[label], paint, area: true, values: sum(...names), own: column(names[0]) });
const line = (label, paint, name, dashed = false) => ({ label: text[label] ?? label, paint, dashed, values: column(name) });

const CHARTS = {
  backlog: {
    format: short,
    series: [area('chart.visible', 'part-1', ['visible', 'inFlight']), area('chart.in-flight', 'part-2', ['inFlight'])],
  },
  capacity: {
    format: short,
    series: [
      area('chart.draining', 'part-5', ['draining', 'booting', 'ready']),
      area('chart.booting', 'part-3', ['booting', 'ready']),
      area('chart.ready', 'part-4', ['ready']),
      line('chart.desired', 'text', 'desired'),
      line('chart.shadow', 'bad', 'shadowDesired', true),
    ],
  },
  latency: {
    format: time,
    series: [line('p50', 'part-4', 'p50'), line('p90', 'part-3', 'p90'), line('p99', 'bad', 'p99')],
  },
  flow: {
    format: short,
    series: [line('chart.arrivals', 'part-2', 'arrivals'), line('chart.completions', 'part-4', 'completions')],
  },
};

const seconds = (iso) => {
  const [, minutes = 0, rest = 0] = /^PT(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? [];
  return minutes * 60 + Number(rest);
};

/** All steps of the time, also those of which nothing is known, so that there are gaps and no lines over them. */
const steps = ({ from, to, step, points }) => {
  const known = new Map(points.map((point) => [Date.parse(point.at) / 1000, point]));
  const times = [];
  for (let at = Date.parse(from) / 1000; at <= Date.parse(to) / 1000; at += seconds(step)) times.push(at);
  return { times, points: times.map((at) => known.get(at)) };
};

const draw = (history) => {
  const { times, points } = steps(history);
  const shadow = points.some((point) => point?.shadowDesired !== undefined);
  for (const place of document.querySelectorAll('[data-chart]')) {
    const { format, series } = CHARTS[place.dataset.chart];
    const shown = series.filter(({ dashed }) => shadow || !dashed);
    plot(
      place,
      {
        format,
        sync: 'hour',
        series: shown.map((one) => ({ ...one, tell: (chart, value, index, at) => (at === null ? '–' : format((one.own ?? one.values)(points.slice(at, at + 1))[0])) })),
      },
      [times, ...shown.map(({ values }) => values(points))],
    );
  }
};

const look = async () => {
  if (document.hidden) return;
  try {
    const answer = await call('GET', `/api/fleet/history?minutes=60&points=${POINTS}`);
    if (answer.ok) draw(answer.document);
  } catch {
    // What is live says that the connection is lost.
  }
};

look();
setInterval(look, EVERY);
document.addEventListener('visibilitychange', look);
