import { defineDomain } from "@huu-nghi/subgraph-kit";
import { CreateExchangeRate1764000022000 } from "./1764000022000-create.migration";
import { ExchangeRate } from "./exchange-rate";
import { exchangeRateDemo, exchangeRateRecords } from "./exchange-rate.data";
import { ExchangeRateResolver } from "./exchange-rate.resolver";

export { amountFields, checkedCurrency, hasCurrencyDigits, positive, tooManyDigits, type AskedCurrency } from "./amount";
export { givenMoney, MoneyInput } from "./money-input";
export { ExchangeRate } from "./exchange-rate";
export { demoCurrencies, demoRate } from "./exchange-rate.data";
export { ExchangeRates } from "./exchange-rates";

export const exchangeRates = defineDomain({
  tables: [ExchangeRate],
  resolvers: [ExchangeRateResolver],
  migrations: [CreateExchangeRate1764000022000],
  records: [exchangeRateRecords],
  demo: exchangeRateDemo,
});
