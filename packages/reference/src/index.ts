/** Facts of the world that every division needs, as data files with their sources; nothing here is anyone's record. */
export { type Country, countries, countryName, isAssignedCountry } from "./country";
export { type CountryGroup, countryGroup, countryGroups, type GroupMember, membersOf } from "./country-group";
export { type Currency, currencies, currency } from "./currency";
export { type Day, type PartialDay } from "./day";
export { findCountries, type FoundCountries } from "./find-countries";
export { type FormerState, formerState, formerStates } from "./former-state";
export { type BilingualName, foldText } from "./name";
export {
  districtsExistOn,
  predecessorsOf,
  type Province,
  province,
  provinceByName,
  provincesOn,
  provincesRecordedFrom,
  successorsOf,
} from "./province";
