// Charts in the page's colours, by uPlot. They are drawn anew when the colours change, and follow the width.
const drawn = new Map();

/** What a name of a colour is in the present theme. */
const colour = (name) => {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};

const axis = (format) => ({
  stroke: colour('muted'),
  grid: { stroke: colour('line'), width: 1 },
  ticks: { stroke: colour('line'), width: 1 },
  size: 64,
  ...(format ? { values: (plot, values) => values.map(format) } : {}),
});

const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' });

/** How a series looks: an area over the ones that come after it, a line, or a dashed line. */
const look = ({ label, paint, dashed, area, tell }) => ({
  label,
  stroke: colour(paint),
  width: area ? 0 : 2,
  fill: area ? colour(paint) : undefined,
  dash: dashed ? [6, 4] : undefined,
  points: { show: false },
  spanGaps: false,
  value: tell,
});

const options = (place, { series, format, sync }) => ({
  width: place.clientWidth,
  height: 220,
  cursor: sync ? { sync: { key: sync } } : {},
  scales: { y: { range: (plot, least, most) => [0, Math.max(1, (most ?? 0) * 1.1)] } },
  axes: [{ ...axis(), size: 32, values: (plot, times) => times.map((time) => clock.format(time * 1000)) }, axis(format)],
  series: [{ value: (plot, time) => (time === null ? '–' : clock.format(time * 1000)) }, ...series.map(look)],
});

/** Draws a chart, or draws it on with new data: the times in seconds, then a list for each series. */
export const plot = (place, description, data) => {
  const before = drawn.get(place);
  if (before && before.labels === description.series.map(({ label }) => label).join()) {
    before.chart.setData(data);
    before.data = data;
    return;
  }
  before?.chart.destroy();
  place.replaceChildren();
  const chart = new uPlot(options(place, description), data, place);
  drawn.set(place, { chart, data, description, labels: description.series.map(({ label }) => label).join() });
};

const redraw = () => {
  for (const [place, { chart, description, data }] of [...drawn]) {
    chart.destroy();
    drawn.delete(place);
    plot(place, description, data);
  }
};

new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
addEventListener('resize', () => {
  for (const [place, { chart }] of drawn) chart.setSize({ width: place.clientWidth, height: 220 });
});
