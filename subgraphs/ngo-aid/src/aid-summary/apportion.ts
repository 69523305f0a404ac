import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 60 });

/**
 * Rounds the exact parts of a total so that they add up to it (largest remainder): each is rounded down, and the units
 * that are then missing go to those that lost most, of equal ones to the first.
 */
export const apportion = (total: string, parts: readonly string[], digits: number): string[] => {
  const unit = new Exact(10).pow(-digits);
  const exact = parts.map(part => new Exact(part));
  const down = exact.map(part => part.toDecimalPlaces(digits, Decimal.ROUND_FLOOR));
  const missing = new Exact(total).minus(down.reduce((sum, part) => sum.plus(part), new Exact(0))).div(unit).round().toNumber();
  const lost = exact.map((part, index) => part.minus(down[index]!));
  const order = parts.map((_, index) => index).sort((a, b) => lost[b]!.comparedTo(lost[a]!) || a - b);
  for (let at = 0; at < missing; at += 1) {
    const index = order[at % order.length]!;
    down[index] = down[index]!.plus(unit);
  }
  return down.map(part => part.toFixed());
};

/** part / whole to 6 places; null of nothing. */
export const shareOf = (part: string, whole: string): string | null => {
  const all = new Exact(whole);
  return all.isZero() ? null : new Exact(part).div(all).toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toFixed();
};

export const compareAmounts = (a: string, b: string) => new Exact(a).comparedTo(b);
