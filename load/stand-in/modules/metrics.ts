import { addSample, declareMetric, type MetricType, type Tags } from '../samples.ts';

function metric(type: MetricType) {
  return class {
    readonly name: string;
    constructor(name: string) {
      this.name = name;
      declareMetric(name, type);
    }
    add(value: number | boolean, tags?: Tags): void {
      addSample(this.name, Number(value), tags);
    }
  };
}

export const Counter = metric('counter');
export const Gauge = metric('gauge');
export const Rate = metric('rate');
export const Trend = metric('trend');
