import type { HealthCheckItem, LocalItem, OutcomeItem, PracticeItem } from '../instrument.ts';
import type { Hidden, Response } from './results.ts';

/** What is published of a round about the network as a whole; bot/contracts/results.ts is the same on the wire. */

/** One item: the mean of its answers with 1 decimal, and how many they are; absent where that would tell who answered (subtraction.ts). */
export type ItemValue = { n?: number | undefined; value: number; orLower: boolean } | Hidden;

export type Dimension = 'goals' | 'ties' | 'steering' | 'rules' | 'power';
/** 2 decimals; hidden where none of its items is published. */
export type DimensionValue = { value: number; word: 'latent' | 'developing' | 'active' } | Hidden;

type Scored<Item extends string> = {
  mode: 'network';
  k: number;
  /** Per organisation, where it is known who was invited. */
  response?: Record<string, Response> | undefined;
  items: Record<Item, ItemValue>;
  /** Local questions that were asked; absent where none was. */
  local?: Partial<Record<LocalItem, ItemValue>> | undefined;
};

export type HealthCheckResults = Scored<HealthCheckItem> & {
  instrument: 'health check';
  dimensions: Record<Dimension, DimensionValue>;
};
/** 1.0 to 3.0, with the word of the health check's bands. */
export type OutcomeValue = (Exclude<ItemValue, Hidden> & { word: 'latent' | 'developing' | 'active' }) | Hidden;
export type CheckBackResults = Omit<Scored<never>, 'items'> & {
  instrument: 'check-back';
  /** Of every outcome that was asked about. */
  items: Partial<Record<OutcomeItem, OutcomeValue>>;
};
export type PracticesResults = Scored<PracticeItem> & { instrument: 'six practices' };
