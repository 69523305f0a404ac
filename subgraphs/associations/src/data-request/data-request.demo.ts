import { addDays, demoPart, Dice } from "@huu-nghi/subgraph-kit";
import { demoPeople, demoPersonId } from "../person";
import { DataRequest, DataRequestChannel, DataRequestKind } from "./data-request";
import { certainHolidays } from "./public-holidays";
import { addWorkingDays, endOfTerm } from "./working-days";

const kinds = Object.values(DataRequestKind).filter(kind => kind !== DataRequestKind.ERASURE);
const channels = Object.values(DataRequestChannel);
const holidays = new Set([...certainHolidays(2025), ...certainHolidays(2026)]);

export const dataRequestDemo = demoPart({
  table: DataRequest,
  key: "id",
  rows: function* (union) {
    const dice = new Dice(`${union.id} data requests`);
    for (let number = 1; number <= demoPeople; number += 250) {
      const receivedOn = dice.day(2025, 2025);
      // Some were late, some nobody has answered.
      const [acknowledged, done] = [dice.int(1, 5), dice.int(1, 30)];
      const isRefused = done === 1;
      yield {
        id: `${union.id}:request-${number}`,
        unionId: union.id,
        personId: demoPersonId(union, number),
        kind: kinds[dice.int(0, kinds.length - 1)]!,
        channel: channels[dice.int(0, channels.length - 1)]!,
        receivedOn,
        acknowledgeBy: addWorkingDays(receivedOn, 2, holidays),
        dueOn: endOfTerm(receivedOn, 15, holidays),
        acknowledgedOn: addDays(receivedOn, acknowledged),
        completedOn: isRefused || done > 20 ? null : addDays(receivedOn, acknowledged + done),
        refusedOn: isRefused ? addDays(receivedOn, acknowledged + done) : null,
        refusal: isRefused ? `Lý do mẫu (${union.label})` : null,
      };
    }
  },
});
