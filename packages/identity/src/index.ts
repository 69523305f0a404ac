export type { JSONWebKeySet } from "jose";
export { developmentAudience, developmentIssuer, developmentToken, newDevelopmentKey, type DevelopmentClaims } from "./development-token";
export { keyRingOf, keyVariables } from "./key-config";
export { fixedKeys, readKeyFile, type KeyRing, type SigningKey } from "./key-ring";
export { newKey } from "./new-key";
export { sign, SignatureCheck, signatureHeader, toleranceMs, viewerHeader, type ReceivedRequest, type RequestToSign, type SignatureFault } from "./request-signature";
export { grantsOf, roleMap, usualClaims, type ClaimedGrant, type ClaimNames, type RoleMap } from "./role-claims";
export { secretFault } from "./secret";
export { decodeViewer, divisionName, encodeViewer, everyUnion, fitsHeader, roles, unionId, visitor, type Grant, type Role, type Viewer } from "./viewer";
