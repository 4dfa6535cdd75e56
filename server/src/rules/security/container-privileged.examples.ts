import type { Example, RuleExamples } from '../example.ts';

const file = 'docker-compose.yml';
const service = (lines: string, image = 'shop:3'): string =>
  `services:\n  shop:\n    image: ${image}\n${lines.replace(/^(?=.)/gm, '    ')}`;
const pod = (lines: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  containers:\n    - name: shop\n      image: shop:3\n${lines.replace(/^(?=.)/gm, '      ')}`;
const bad = (name: string, code: string, path = file): Example => ({ name, file: path, code });
const manifest = 'deploy/shop.yaml';

export const examples: RuleExamples = {
  bad: [
    bad(
      'a service in one line',
      'services:\n  build: { image: docker:28-dind, privileged: ⟦true⟧ }\n',
      'deploy/stack.yml',
    ),
    bad(
      'a privileged pod in JSON',
      '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": { "containers": [{ "image": "shop:3", "securityContext": { "privileged": ⟦true⟧ } }] }\n}\n',
      'deploy/shop.json',
    ),
    bad(
      'a privileged task of ECS',
      '{ "family": "shop", "containerDefinitions": [{ "image": "shop:3", "privileged": ⟦true⟧ }] }\n',
      'deploy/task.json',
    ),
    bad(
      'what a chart is filled in with',
      'image:\n  repository: acme/shop\nsecurityContext:\n  privileged: ⟦true⟧\n',
      'chart/values.yaml',
    ),
    bad(
      'a policy that allows it',
      'apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nspec:\n  privileged: ⟦true⟧\n',
      'deploy/policy.yaml',
    ),
    bad('a privileged service', service('privileged: ⟦true⟧\n')),
    bad(
      "Docker's socket in a service",
      service('volumes:\n  - ⟦/var/run/docker.sock:/var/run/docker.sock⟧\n'),
    ),
    bad(
      'the same in the long form',
      service(
        'volumes:\n  - type: bind\n    source: ⟦/var/run/docker.sock⟧\n    target: /var/run/docker.sock\n',
      ),
    ),
    bad(
      'a proxy that watches it (P1)',
      service('volumes:\n  - ⟦"/var/run/docker.sock:/var/run/docker.sock:ro"⟧\n', 'traefik:3.6'),
    ),
    bad("the host's network", service('network_mode: ⟦host⟧\n')),
    bad("the host's processes", service('pid: ⟦"host"⟧\n')),
    bad('every capability', service('cap_add:\n  - ⟦ALL⟧\n')),
    bad('a capability with which one gets out', service('cap_add:\n  - NET_BIND_SERVICE\n  - ⟦SYS_ADMIN⟧\n')),
    bad('no filter before the kernel', service('security_opt:\n  - ⟦seccomp:unconfined⟧\n')),
    bad('root by name', service('user: ⟦root⟧\n')),
    bad("the host's settings", service('volumes:\n  - ⟦/etc:/host/etc⟧\n')),
    bad('a privileged pod', pod('securityContext:\n  privileged: ⟦true⟧\n'), manifest),
    bad('escalation allowed', pod('securityContext:\n  allowPrivilegeEscalation: ⟦true⟧\n'), manifest),
    bad('root by number', pod('securityContext:\n  runAsUser: ⟦0⟧\n'), manifest),
    bad(
      'a deployment in the network of its host',
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      hostNetwork: ⟦true⟧\n      containers:\n        - name: shop\n          image: shop:3\n',
      manifest,
    ),
    bad(
      'the socket as a volume of a pod',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: shop\n      image: shop:3\n  volumes:\n    - name: docker\n      hostPath:\n        path: ⟦/var/run/docker.sock⟧\n',
      manifest,
    ),
  ],
  ok: [
    bad('a user of a program', '{ "user": { "privileged": true } }\n', 'config/users.json'),
    bad(
      'a schema that knows the word',
      'kind: CustomResourceDefinition\nspec:\n  schema:\n    privileged:\n      default: true\n',
      'deploy/crd.yaml',
    ),
    bad('not privileged', service('privileged: false\n')),
    bad(
      'volumes and files of its own',
      service('volumes:\n  - data:/var/lib/shop\n  - ./etc:/etc/shop:ro\n'),
    ),
    bad('a harmless capability', service('cap_drop:\n  - ALL\ncap_add:\n  - NET_BIND_SERVICE\n')),
    bad('a network with a name', service('network_mode: bridge\nuser: "1000:1000"\n')),
    bad("another service's network", service('network_mode: "service:vpn"\n')),
    bad('no new privileges', service('security_opt:\n  - no-new-privileges:true\n')),
    bad('a file for development', service('privileged: true\n'), 'docker-compose.dev.yml'),
    bad('an override for one machine', service('privileged: true\n'), 'docker-compose.override.yml'),
    bad('a comment', service('# privileged: true\n')),
    bad(
      'a pod as it should be',
      pod(
        'securityContext:\n  privileged: false\n  allowPrivilegeEscalation: false\n  runAsNonRoot: true\n  runAsUser: 1000\n  capabilities:\n    drop: [ALL]\n',
      ),
      manifest,
    ),
    bad(
      'a policy that forbids it',
      'apiVersion: policy/v1\nkind: Policy\nspec:\n  privileged: true\n',
      manifest,
    ),
    bad(
      'a workflow',
      'jobs:\n  build:\n    steps:\n      - run: docker run --privileged x\n',
      '.github/workflows/ci.yml',
    ),
    bad('settings of a program', 'user: root\nprivileged: true\nvolumes:\n  - /etc\n', 'config/app.yaml'),
  ],
  fixed: [
    {
      name: 'a service without its privilege',
      title: 'Take the right away',
      file,
      code: service('privileged: ⟦true⟧\nports: ["80:80"]\n'),
      after: { [file]: service('privileged: false\nports: ["80:80"]\n') },
    },
  ],
};
