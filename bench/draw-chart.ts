import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { root } from "../scripts/measure/measured-run.js";

/** Horizontal bars in groups. */
export interface BarChart {
  readonly title: string;
  /** What the axis counts, for example `CPU seconds`. */
  readonly unit: string;
  /** Whether the axis is logarithmic, where the values lie far apart. */
  readonly logarithmic?: boolean;
  /** The groups of bars, top to bottom. */
  readonly groups: readonly string[];
  /** A bar a group each; NaN leaves one out. */
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
  }[];
}

interface Echarts {
  init(
    element: null,
    theme: null,
    options: { renderer: "svg"; ssr: true; width: number; height: number },
  ): {
    setOption(option: object): void;
    renderToSVGString(): string;
    dispose(): void;
  };
}

/**
 * Draws a chart to `docs/charts/NAME.svg`.
 * @returns the Markdown that shows it in a page of `docs/`
 */
export function drawChart(name: string, chart: BarChart): string {
  const { init } = createRequire(import.meta.url)("echarts") as Echarts;
  const { title, unit, groups, series } = chart;
  const least = floorOf(series.flatMap(({ values }) => values));
  const bars = groups.length * series.length;
  const drawn = init(null, null, {
    renderer: "svg",
    ssr: true,
    width: 900,
    height: 120 + 15 * bars + 22 * groups.length + 22 * series.length,
  });
  drawn.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: { text: title, left: 10, top: 8, textStyle: { fontSize: 15 } },
    legend: {
      show: series.length > 1,
      orient: "vertical",
      left: 10,
      top: 36,
      data: series.map(({ name }) => name),
    },
    grid: {
      left: 10,
      right: 70,
      top: series.length > 1 ? 50 + 22 * series.length : 45,
      bottom: 40,
      containLabel: true,
    },
    xAxis: {
      ...(chart.logarithmic === true
        ? { type: "log", min: least, startValue: least }
        : { type: "value" }),
      name: unit,
      nameLocation: "middle",
      nameGap: 28,
    },
    yAxis: { type: "category", inverse: true, data: groups },
    series: series.map(({ name, values }) => ({
      name,
      type: "bar",
      barGap: "10%",
      label: { show: true, position: "right", fontSize: 10 },
      data: values.map((value) => (Number.isNaN(value) ? "-" : value)),
    })),
  });
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  mkdirSync(`${root}docs/charts`, { recursive: true });
  writeFileSync(`${root}docs/charts/${name}.svg`, `${svg}\n`);
  return `![${title}, in ${unit}](charts/${name}.svg)`;
}

/** The power of ten below the smallest value, where a logarithmic axis begins. */
function floorOf(values: readonly number[]): number {
  const smallest = Math.min(...values.filter((value) => value > 0));
  return 10 ** Math.floor(Math.log10(smallest * 0.99));
}
