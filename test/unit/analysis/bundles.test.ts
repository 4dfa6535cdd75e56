import assert from 'node:assert/strict';
import { looksBundled } from '../../../server/src/analysis/fileClass.ts';

describe('a bundle', () => {
  for (const [name, text] of Object.entries({
    browserify: '(function(){function r(e,n,t){function o(i,f){if(!n[i]){',
    'browserify with names for others': 'require=(function(){function r(e,n,t){function o(i,f){',
    webpack: '/******/ (function(modules) { // webpackBootstrap',
    'a newer webpack': '/******/ (() => { // webpackBootstrap',
  })) {
    it(`is told by how it begins: ${name}`, () => assert.ok(looksBundled(text)));
  }

  for (const text of [
    '(function () {\n  "use strict";\n  var app = express();\n})();\n',
    '(function (e, t) { return e + t; })(1, 2);\n'.replace('(e, t)', '(error, text)'),
    '/* webpack */\nmodule.exports = {};\n',
    '/*** settings ***/\nmodule.exports = {};\n',
  ]) {
    it(`is not what begins with ${JSON.stringify(text.slice(0, 24))}`, () => assert.ok(!looksBundled(text)));
  }
});
