import { currency } from "@huu-nghi/reference";
import { BadInput, form } from "@huu-nghi/subgraph-kit";

/** The currency that a client wants amounts in. */
export interface AskedCurrency {
  code: string;
  digits: number;
}

export const checkedCurrency = (code: string): AskedCurrency => {
  const found = currency(code);
  if (!found) throw new BadInput("currency", `${code} is not a currency of ISO 4217 in which money is paid.`);
  return { code, digits: found.digits };
};

/** Fields of an entry in a data file; an amount has no more digits than its currency. */
export const amountFields = { amount: form.decimal, currency: form.currencyCode };

export const hasCurrencyDigits = ({ amount, currency: code }: { amount: string; currency: string }) =>
  (amount.split(".")[1]?.length ?? 0) <= (currency(code)?.digits ?? 0);

export const tooManyDigits = { path: ["amount"], message: "the amount has more digits after the point than its currency" };

export const positive = form.decimal.refine(value => !value.startsWith("-") && /[1-9]/.test(value), "must be more than 0");
