import type { Example, RuleExamples } from '../example.ts';

const example = (name: string, from: string, path = 'Dockerfile'): Example => ({
  name,
  file: path,
  code: `${from}\nUSER 1000\nCMD ["/shop"]\n`,
});

export const examples: RuleExamples = {
  bad: [
    example('an old Node.js', 'FROM ⟦node:16-alpine⟧'),
    example('an exact release', 'FROM ⟦node:18.13.0⟧'),
    example('a code name', 'FROM ⟦node:carbon⟧'),
    example('a release between two with long support', 'FROM ⟦node:23-slim⟧'),
    example('Python, by its minor version', 'FROM ⟦python:3.8-slim⟧'),
    example('Debian underneath', 'FROM ⟦node:24-buster⟧'),
    example('Alpine underneath', 'FROM ⟦node:24-alpine3.16⟧'),
    example('Ubuntu', 'FROM ⟦ubuntu:18.04⟧'),
    example('by way of an argument', 'ARG NODE=14\nFROM ⟦node:${NODE}⟧'),
    example('from a mirror', 'FROM ⟦public.ecr.aws/docker/library/node:12⟧'),
    example('CentOS, which is no more', 'FROM ⟦centos:7⟧'),
  ],
  ok: [
    example('a release with long support', 'FROM node:24-alpine'),
    example('the newest of a line', 'FROM python:3-slim'),
    example('a new release', 'FROM python:3.14'),
    example('a digest, and a new release', `FROM node:24@sha256:${'0a'.repeat(32)}`),
    example('an image of the same name that is another', 'FROM registry.example.com/tools/node:12'),
    example('what the build decides', 'ARG NODE\nFROM node:${NODE}'),
    example('Ubuntu with long support', 'FROM ubuntu:24.04'),
    example('for tests', 'FROM node:12', 'test/Dockerfile'),
    example('Alpine without its version', 'FROM node:24-alpine\nRUN apk add nodejs'),
  ],
  fixed: [],
};
