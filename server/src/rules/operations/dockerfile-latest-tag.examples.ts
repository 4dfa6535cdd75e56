import type { Example, RuleExamples } from '../example.ts';

const example = (name: string, from: string, path = 'Dockerfile'): Example => ({
  name,
  file: path,
  code: `${from}\nUSER 1000\nCMD ["/shop"]\n`,
});

export const examples: RuleExamples = {
  bad: [
    example('no tag', 'FROM ⟦node⟧'),
    example('the tag latest', 'FROM ⟦nginx:latest⟧ AS web'),
    example('with a registry and its port', 'FROM ⟦registry.example.com:5000/base/node⟧'),
    example(
      'in a stage that only builds',
      'FROM ⟦golang⟧ AS build\nRUN go build\n\nFROM alpine:3.23\nCOPY --from=build /shop /shop',
    ),
    example('by way of an argument', 'ARG TAG=latest\nFROM ⟦node:${TAG}⟧'),
    example('for a platform', 'FROM --platform=linux/amd64 ⟦python⟧'),
  ],
  ok: [
    example('a version', 'FROM node:24.4-alpine3.22'),
    example('a digest', `FROM node@sha256:${'0a'.repeat(32)}`),
    example('nothing at all', 'FROM scratch'),
    example('an earlier stage', 'FROM node:24 AS base\nRUN npm ci\n\nFROM base AS runner'),
    example('what the build decides', 'ARG IMAGE\nFROM ${IMAGE}'),
    example('a name that speaks of it', 'FROM registry.example.com/latest/node:24'),
    example('for development', 'FROM node', 'Dockerfile.dev'),
    example('an example', 'FROM node', 'examples/Dockerfile'),
  ],
  fixed: [],
};
