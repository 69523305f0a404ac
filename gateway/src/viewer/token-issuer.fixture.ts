import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeViewer, viewerHeader, type Viewer } from "@huu-nghi/identity";
import { plant } from "@huu-nghi/test-kit";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from "jose";
import { startAnswering } from "../fixtures/small-graph.fixture";
import type { IdentityProvider } from "./token-check";

export const issuer = "https://login.example";
export const audience = "huu-nghi-graph";

export interface IssuerKey {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

export const newIssuerKey = async (kid: string, alg = "ES256"): Promise<IssuerKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } };
};

export const now = () => Math.floor(Date.now() / 1000);

/** A good token, but for what is told otherwise; a claim or header of undefined is left out. No log may hold it. */
export const tokenBy = async ({ kid, alg, privateKey }: IssuerKey, claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> => {
  const all = { iss: issuer, aud: audience, sub: "chi-lan", iat: now(), exp: now() + 300, ...claims } as JWTPayload;
  return plant("token", await new SignJWT(all).setProtectedHeader({ alg, kid, ...header }).sign(privateKey));
};

/** Any text as a part of a token. */
export const encoded = (part: object | string) => Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");

/** An identity provider's page of keys. `answer` may be replaced; `fetches` counts. */
export const startIssuer = async (keys: IssuerKey[], port = 0) => {
  const publish: RequestListener = (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: provider.keys.map(({ jwk }) => jwk) }));
  };
  const provider = { keys, fetches: 0, answer: publish, publish };
  const server = createServer((request, response) => {
    provider.fetches += 1;
    provider.answer(request, response);
  });
  await new Promise<void>(resolve => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  return Object.assign(provider, { host: "127.0.0.1", port: taken, url: `http://127.0.0.1:${taken}/jwks`, close });
};

/** The settings of a gateway that takes this provider's tokens. */
export const taking = (jwksUrl: string, others: Partial<IdentityProvider> = {}): { provider: IdentityProvider } => ({
  provider: {
    issuer,
    audiences: [audience],
    jwksUrl,
    algorithms: ["RS256", "PS256", "ES256", "EdDSA"],
    leewaySeconds: 30,
    claims: { role: "roles", division: "division", unions: "unions", exactly: "unions_exactly" },
    ...others,
  },
});

/** The division guest-visits, which answers `{ visitCount }` and keeps the headers that it gets. */
export const startRecording = async () => {
  const received: Record<string, string>[] = [];
  const service = await startAnswering((request, response) => {
    received.push(request.headers as Record<string, string>);
    response.writeHead(200, { "content-type": "application/json" }).end(`{"data":{"visitCount":3}}`);
  });
  const viewers = (): Viewer[] => received.map(headers => decodeViewer(headers[viewerHeader]!));
  return { ...service, received, viewers };
};
