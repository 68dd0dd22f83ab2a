import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { checkProof, createServerKey, createVerifier } from '../../../services/local/cognito/srp.ts';
import { answerSrp, beginSrp, type Crypto, cognitoTime } from './srp.ts';

const crypto: Crypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  hmacSha256: (key, bytes) => createHmac('sha256', key).update(bytes).digest(),
  random: (length) => randomBytes(length),
  fromBase64: (text) => Buffer.from(text, 'base64'),
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
};

test('the pool takes the proof of the right password and of no other', () => {
  const [poolName, sub, password] = ['Pool', randomUUID(), 'pässword 𝔘nicode 1'];
  const verifier = createVerifier({ poolName, sub }, password);
  for (const tried of [password, `${password} `]) {
    const begun = beginSrp(crypto);
    const server = createServerKey(verifier);
    const secretBlock = randomBytes(64);
    const challenge = {
      SRP_B: server.B,
      SALT: verifier.salt,
      SECRET_BLOCK: secretBlock.toString('base64'),
      USER_ID_FOR_SRP: sub,
    };
    const answer = answerSrp(crypto, poolName, begun, challenge, tried);
    const isRight = checkProof({ poolName, sub }, verifier, {
      A: begun.A,
      serverKey: server,
      secretBlock,
      timestamp: answer['TIMESTAMP'] ?? '',
      signature: answer['PASSWORD_CLAIM_SIGNATURE'] ?? '',
    });
    assert.equal(isRight, tried === password);
  }
});

test('times are written as Cognito wants them', () => {
  assert.equal(cognitoTime(new Date('2026-12-03T04:05:06Z')), 'Thu Dec 3 04:05:06 UTC 2026');
});
