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
    example(
      'what is copied out of it',
      'FROM node:24\nCOPY --from=⟦nginx:latest⟧ /etc/nginx/mime.types /etc/',
    ),
    {
      name: 'Docker Compose',
      file: 'docker-compose.yml',
      code: 'services:\n  cache:\n    image: ⟦redis⟧\n    restart: always\n  web:\n    image: ⟦"acme/web:latest"⟧\n',
    },
    {
      name: 'Kubernetes',
      file: 'deploy/shop.yaml',
      code: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: ⟦acme/shop:latest⟧\n',
    },
    example('for a platform', 'FROM --platform=linux/amd64 ⟦python⟧'),
  ],
  ok: [
    {
      name: 'what a service builds itself, what the environment says, and a version',
      file: 'docker-compose.yml',
      code: 'services:\n  web:\n    build: .\n    image: acme/web\n    restart: always\n  api:\n    image: acme/api:${TAG}\n  cache:\n    image: redis:8.2\n',
    },
    {
      name: 'an image that a chart fills in, and one that is no container',
      file: 'deploy/shop.yaml',
      code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  annotations:\n    image: acme/shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: shop\n          image: "{{ .Values.image }}"\n',
    },
    example(
      'what is copied out of an earlier stage',
      'FROM node:24 AS build\nFROM node:24\nCOPY --from=build /app /app\nCOPY --from=0 /etc /etc',
    ),
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
