import { currency } from "@huu-nghi/reference";
import { BadInput, CurrencyCode, Decimal } from "@huu-nghi/subgraph-kit";
import { Field, InputType } from "type-graphql";
import { hasCurrencyDigits } from "./amount";

@InputType({ description: "An exact amount in one currency." })
export class MoneyInput {
  @Field(() => Decimal, { description: "The amount, in the currency's main unit, with no more digits after the point than the currency has: none for VND." })
  amount!: string;

  @Field(() => CurrencyCode, { description: "ISO 4217." })
  currency!: string;
}

// More than all money of the world is in dong: what is longer was mistyped.
const mostDigits = 21;

/** Money that was given: not nothing, in a currency that exists, in that currency's digits. */
export const givenMoney = (argument: string, { amount, currency: code }: MoneyInput): MoneyInput => {
  if (!currency(code)) throw new BadInput(`${argument}.currency`, `${code} is not a currency of ISO 4217 in which money is paid.`);
  if (amount === "0") throw new BadInput(`${argument}.amount`, "An amount of 0 says nothing.");
  if (!hasCurrencyDigits({ amount, currency: code })) throw new BadInput(`${argument}.amount`, `${amount.slice(0, 40)} has more digits after the point than ${code}.`);
  if (amount.replace("-", "").split(".")[0]!.length > mostDigits) throw new BadInput(`${argument}.amount`, `An amount has at most ${mostDigits} digits before the point.`);
  return { amount, currency: code };
};
