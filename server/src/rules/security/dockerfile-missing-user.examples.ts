import type { Example, RuleExamples } from '../example.ts';

const file = 'Dockerfile';
const node = (end: string): string =>
  `FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci --omit=dev\n${end}`;
const silent = (name: string, code: string, path = file): Example => ({ name, file: path, code });

export const examples: RuleExamples = {
  bad: [
    { name: 'no USER at all', file, code: node('⟦CMD ["node", "server.js"]⟧\n') },
    {
      name: 'root as the last word',
      file,
      code: node('USER node\n⟦USER root⟧\nRUN apk add curl\nCMD ["node", "server.js"]\n'),
    },
    { name: 'root by its number and group', file, code: node('⟦USER 0:0⟧\nCMD ["node", "server.js"]\n') },
    {
      name: 'a USER that only the build stage has',
      file,
      code: 'FROM node:22 AS build\nUSER node\nRUN npm ci\n\nFROM node:22-slim\nCOPY --from=build /app /app\n⟦ENTRYPOINT ["node", "/app/server.js"]⟧\n',
    },
    {
      name: 'a USER that is only text for a file',
      file: 'deploy/Dockerfile',
      code: 'FROM python:3.13\nRUN <<EOF\nUSER app\nEOF\nRUN echo \\\n  USER app\n⟦CMD ["gunicorn", "shop:app"]⟧\n',
    },
    {
      name: 'a variable that is root where the build does not say otherwise',
      file,
      code: 'ARG RUN_AS=root\nFROM node:22\nARG RUN_AS\n⟦USER ${RUN_AS}⟧\nCMD ["node", "server.js"]\n',
    },
    {
      name: 'an image whose name comes from ARG',
      file: 'Dockerfile.prod',
      code: 'ARG GO=1.25\nFROM golang:${GO}-alpine AS build\nRUN go build -o /shop\n\nFROM alpine:${TAG:-3.22}\nCOPY --from=build /shop /shop\n⟦ENTRYPOINT ["/shop"]⟧\n',
    },
    {
      name: 'a start that the base stage brings along',
      file,
      code: 'FROM eclipse-temurin:21-jre AS base\nENTRYPOINT ["java", "-jar", "/shop.jar"]\n\n⟦FROM base AS runner⟧\nCOPY shop.jar /shop.jar\n',
    },
    {
      name: 'an image that brings a user, and nobody asks for it',
      file,
      code: 'FROM gcr.io/distroless/nodejs22-debian12\nCOPY . /app\n⟦CMD ["/app/server.js"]⟧\n',
    },
    {
      name: 'nginx: its master process keeps root (P2)',
      file,
      code: '⟦FROM nginx:alpine⟧\nCOPY dist /usr/share/nginx/html\n',
    },
    {
      name: "a database's entrypoint replaced by one that keeps root",
      file,
      code: 'FROM redis:7\nCOPY start.sh /start.sh\n⟦ENTRYPOINT ["/start.sh"]⟧\n',
    },
  ],
  ok: [
    silent('a user', node('USER node\nCMD ["node", "server.js"]\n')),
    silent(
      'a user that the base stage names',
      'FROM node:22 AS base\nUSER node\n\nFROM base AS runner\nCOPY . .\nCMD ["node", "server.js"]\n',
    ),
    silent('a user that the build decides', node('ARG UID\nUSER $UID\nCMD ["node", "server.js"]\n')),
    silent(
      'a user with a default in a variable',
      node('ENV APP_USER=shop\nUSER ${APP_USER}:${APP_USER}\nCMD ["node", "server.js"]\n'),
    ),
    silent(
      'root only while something is installed',
      node('USER root\nRUN apk add curl\nUSER node\nCMD ["node", "server.js"]\n'),
    ),
    silent('lower case', 'from node:22\nuser node\ncmd ["node", "server.js"]\n'),
    silent(
      'distroless with the tag nonroot',
      'FROM node:22 AS build\nRUN npm ci\n\nFROM gcr.io/distroless/nodejs22-debian12:nonroot\nCOPY --from=build /app /app\nCMD ["/app/server.js"]\n',
    ),
    silent(
      'an unprivileged nginx',
      'FROM nginxinc/nginx-unprivileged:1.29\nCOPY dist /usr/share/nginx/html\n',
    ),
    silent('scratch, which has no users', 'FROM scratch\nCOPY shop /shop\nENTRYPOINT ["/shop"]\n'),
    silent(
      'Windows, which has no root',
      '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN echo `\n  done\nCMD ["shop.exe"]\n',
    ),
    silent('an image for development', node('CMD ["npm", "run", "dev"]\n'), 'Dockerfile.dev'),
    silent('a dev container', node('CMD ["node", "server.js"]\n'), '.devcontainer/Dockerfile'),
    silent('an image for tests', node('CMD ["node", "server.js"]\n'), 'test/Dockerfile'),
    silent('an image that runs the tests', node('CMD ["npm", "test"]\n')),
    silent('a last stage for development', 'FROM node:22 AS dev\nCMD ["npm", "run", "dev"]\n'),
    silent('a base that starts nothing', 'FROM node:22\nRUN apt-get update\n'),
    silent('an image to work in', 'FROM ubuntu:24.04\nRUN apt-get update\nCMD ["/bin/bash"]\n'),
    silent(
      "a database's own entrypoint",
      'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\nCMD ["postgres"]\n',
    ),
    silent(
      'an entrypoint that gives root away',
      'FROM node:22-alpine\nRUN apk add --no-cache su-exec\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\nCMD ["node", "server.js"]\n',
    ),
    silent(
      'a base that only its authors know',
      'FROM registry.example.com/base/node:4\nCMD ["node", "server.js"]\n',
    ),
    silent('a base that the build decides', 'ARG BASE\nFROM ${BASE}\nCMD ["node", "server.js"]\n'),
    silent(
      'AWS Lambda, which picks the user',
      'FROM public.ecr.aws/lambda/nodejs:22\nCOPY . .\nCMD ["index.handler"]\n',
    ),
    silent('an example', node('CMD ["node", "server.js"]\n'), 'examples/shop/Dockerfile'),
    silent('a manual', '```dockerfile\nFROM node:22\nCMD ["node", "server.js"]\n```\n', 'Dockerfile.md'),
  ],
  fixed: [
    {
      name: 'a node image brings the user `node`',
      title: 'Run as an unprivileged user',
      file,
      code: node('EXPOSE 3000\n\n# Start\n⟦CMD ["node", "server.js"]⟧\n'),
      after: { [file]: node('EXPOSE 3000\n\nUSER node\n# Start\nCMD ["node", "server.js"]\n') },
    },
    {
      name: 'any other gets a number, in the style of the file',
      title: 'Run as an unprivileged user',
      file,
      code: 'from python:3.13\ncopy . /app\n⟦entrypoint ["python"]⟧\ncmd ["/app/main.py"]\n',
      after: {
        [file]:
          'from python:3.13\ncopy . /app\nuser 10001:10001\nentrypoint ["python"]\ncmd ["/app/main.py"]\n',
      },
    },
    {
      name: 'below what needs root',
      title: 'Run as an unprivileged user',
      file,
      code: 'FROM oven/bun:1\nENTRYPOINT ["bun"]\n⟦USER root⟧\nRUN apt-get update \\\n  && apt-get install -y curl\nCMD ["run", "start"]\n',
      after: {
        [file]:
          'FROM oven/bun:1\nENTRYPOINT ["bun"]\nUSER root\nRUN apt-get update \\\n  && apt-get install -y curl\nUSER bun\nCMD ["run", "start"]\n',
      },
    },
    {
      name: 'at the end where the start is inherited',
      title: 'Run as an unprivileged user',
      file,
      code: 'FROM node:22 AS base\nCMD ["node", "server.js"]\n\n⟦FROM base⟧\nCOPY . .',
      after: { [file]: 'FROM node:22 AS base\nCMD ["node", "server.js"]\n\nFROM base\nCOPY . .\nUSER node' },
    },
  ],
};
