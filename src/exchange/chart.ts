import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Loaded when a page with charts is made, not before: it weighs more than all commands together.

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** Numbers to be drawn; what each category and each series is called stands in the picture as text. */
export interface Chart {
  /** `rows`: bars that lie; `columns`: bars that stand. */
  readonly shape: 'rows' | 'columns'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
}

export interface ChartSeries {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** Laid on the others. */
  readonly isStacked?: boolean
  /** A line with an axis of its own, on the right. */
  readonly isLine?: boolean
}

export interface ChartSize {
  readonly width: number
  readonly height: number
}

/** Told apart also where the printer knows no colours. */
const colours = ['#2f5d8a', '#d99a3a', '#9db4c9', '#a34b4b', '#6f8f4e', '#7d6b91', '#555555']
const fontFamily = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, WenQuanYi Micro Hei, sans-serif'

/** A chart as one SVG element, the same for the same numbers; `label` is what it shows, for who cannot see it. */
export function chartSvg(chart: Chart, { width, height }: ChartSize, label: string): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    drawn.setOption(optionFor(chart))
    const svg = drawn.renderToSVGString()
    return svg.replace('<svg ', `<svg role="img" aria-label="${attribute(label)}" `)
  } finally {
    drawn.dispose() // or its timer keeps the process alive for ever
  }
}

const attribute = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

function optionFor({ shape, categories, series }: Chart) {
  const hasLine = series.some(({ isLine }) => isLine)
  const category = {
    type: 'category' as const,
    data: [...categories],
    axisTick: { show: false },
    axisLabel: {
      color: '#000',
      interval: shape === 'rows' ? 0 : ('auto' as const),
      ...fitted(shape),
    },
  }
  const value = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { color: '#000' },
    splitLine: { lineStyle: { color: '#ddd' } },
  }
  const values = hasLine ? [value, { ...value, splitLine: { show: false } }] : [value]
  const axes =
    shape === 'rows'
      ? { yAxis: { ...category, inverse: true }, xAxis: values }
      : { xAxis: category, yAxis: values }
  return {
    animation: false,
    color: colours,
    textStyle: { fontFamily, fontSize: 12, color: '#000' },
    legend: { show: series.length > 1, top: 0, itemWidth: 14, itemHeight: 10 },
    grid: { left: 8, right: 44, top: series.length > 1 ? 30 : 10, bottom: 6 },
    ...axes,
    series: series.map((it) => seriesFor(it, series)),
  }
}

/** Long names end in …; the table beside has them whole. */
const fitted = (shape: Chart['shape']) =>
  shape === 'rows' ? { width: 130, overflow: 'truncate' as const } : { hideOverlap: true }

function seriesFor({ name, values, isStacked, isLine }: ChartSeries, all: readonly ChartSeries[]) {
  const still = { silent: true, emphasis: { disabled: true }, data: [...values] }
  if (isLine) return { type: 'line' as const, name, ...still, yAxisIndex: 1, symbolSize: 5 }
  const told = all.length === 1 ? { show: true, position: 'right' as const, color: '#000' } : {}
  return {
    type: 'bar' as const,
    name,
    ...still,
    barMaxWidth: 18,
    label: told,
    ...(isStacked ? { stack: 'all' } : {}),
  }
}
