import assert from 'node:assert/strict';
import { imageName, userOfImage } from '../../../server/src/analysis/docker/imageUser.ts';

describe('the user of an image', () => {
  for (const [image, runsAs] of Object.entries({
    node: 'root',
    'node:22-alpine@sha256:00ff': 'root',
    'docker.io/library/python:3.13': 'root',
    'public.ecr.aws/docker/library/node:22': 'root',
    'mirror.example.com:5000/library/golang': 'root',
    'arm64v8/debian': 'root',
    'gcr.io/distroless/static-debian12': 'root',
    'gcr.io/distroless/static-debian12:nonroot': 'own',
    'mcr.microsoft.com/dotnet/aspnet:9.0': 'root',
    'mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled': 'own',
    'cgr.dev/chainguard/node': 'own',
    'bitnami/node:22': 'own',
    'nginxinc/nginx-unprivileged': 'own',
    'public.ecr.aws/lambda/nodejs:22': 'own',
    'postgres:17': 'steps-down',
    'registry.example.com/node:22': 'unknown',
    'shop/node': 'unknown',
    'registry.access.redhat.com/ubi9/ubi-minimal': 'root',
    'registry.access.redhat.com/ubi9/nodejs-22': 'unknown',
  })) {
    it(`${image}: ${runsAs}`, () => assert.equal(userOfImage(image).runsAs, runsAs));
  }

  it('is known by the name without tag, digest and mirror', () => {
    assert.equal(imageName('index.docker.io/library/Node:22'), 'node');
    assert.equal(imageName('localhost:5000/node'), 'localhost:5000/node');
  });
});
