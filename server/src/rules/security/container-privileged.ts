import { isCompose, isKubernetes, isManifestForDevelopment } from '../../analysis/docker/manifests.ts';
import type { Entry } from '../../languages/entry.ts';
import type { Priority } from '../../model/index.ts';
import { defineRule } from '../rule.ts';

/** What the fix needs to know: the value to write instead. */
interface Privilege {
  readonly instead: string | undefined;
}

/** A right that a container should not have, and how bad that is. */
interface Right {
  readonly priority: Priority;
  readonly message: string;
  /** What to write in place of the value, where that is all there is to do. */
  readonly instead?: string;
  /** It is the socket of the program that runs all containers. */
  readonly socket?: boolean;
}

/** Tools whose work is to look at the host's containers. */
const watchers =
  /(?:^|[/_-])(?:traefik|portainer|watchtower|cadvisor|datadog|promtail|alloy|fluent-?bit|node-exporter|autoheal|dozzle|glances|netdata|telegraf|nginx-proxy|docker-gen|socket-proxy|diun|ouroboros|runner|jenkins|agent)/i;

export const containerPrivileged = defineRule<Privilege>({
  id: 'container-privileged',
  title: 'Container with rights over its host',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [250],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['yaml', 'json'],
  keywords: [
    ...['privileged', 'docker.sock', 'containerd.sock', 'crio.sock', 'podman.sock', 'hostnetwork', 'hostpid'],
    ...['hostipc', 'allowprivilegeescalation', 'runasuser', 'runasnonroot', 'network_mode', 'pid:', 'ipc:'],
    ...['userns_mode', 'cap_add', 'capabilities', 'security_opt', 'user:', 'hostpath', 'devices', 'volumes'],
  ],
  why: 'A container is a wall only as long as it has no rights over the host: with them, one hole in the program is a hole in the machine and in everything else that runs there.',
  verification: [
    'The rule finds nothing at the cited places.',
    'The service works without the right, or with the one capability that it needs.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\bprivileged\b.{0,40}\b(?:containers?|mode|pods?)\b|\b(?:containers?|pods?)\b.{0,40}\bprivileged\b|\bdocker\.?\s?sock(?:et)?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isManifestForDevelopment(file.path)) return {};
    const kubernetes =
      isKubernetes(file.text) || isHelmValues(file.path) || /^kind: *["']?PodSecurityPolicy/m.test(file.text);
    const task = /"containerDefinitions"\s{0,9}:/.test(file.text);
    if (!kubernetes && !task && !isCompose(file.path, file.text)) return {};
    // What looks after each machine of a cluster lives in that machine's network, and among its processes.
    const isNodeAgent =
      /^kind: *DaemonSet/m.test(file.text) && !/^kind: *(?:Deployment|StatefulSet)/m.test(file.text);
    const images = new Map<string, string>();
    return {
      entry(entry) {
        const owner = ownerOf(entry.path);
        if (entry.key === 'image') images.set(owner, entry.value);
        const right = (kubernetes ? inKubernetes : task ? inTask : inCompose)(entry);
        if (!right || (isNodeAgent && /^host(?:Network|PID)$/.test(entry.path.at(-1) ?? ''))) return;
        const watches = right.socket && watchers.test(`${owner} ${images.get(owner) ?? ''}`);
        const { start, end } = entry;
        report({
          start,
          end,
          priority: watches ? 'P1' : right.priority,
          message: right.message,
          data: { instead: right.instead },
        });
      },
    };
  },
  fixes: [
    {
      title: 'Take the right away',
      // The service may need it, or a part of it: somebody should try.
      safe: false,
      appliesTo: ({ data }) => data?.instead !== undefined,
      edit: async ({ start, end, data }, file) => [
        { file: file.path, edits: [{ range: file.lines.rangeOf(start, end), newText: data?.instead ?? '' }] },
      ],
    },
  ],
});

const isTrue = (value: string): boolean => /^(?:true|yes|on)$/i.test(value);

/** The service or the pod's container that an entry belongs to, as far as its path says. */
function ownerOf(path: readonly string[]): string {
  const at = path.findIndex((key) => /^(?:services|containers|initContainers)$/.test(key));
  return path.slice(0, at + 2).join('/');
}

const privileged: Right = {
  priority: 'P0',
  message:
    'A privileged container has every right over its host. Take this out, and add only the capability that it needs.',
  instead: 'false',
};

function inCompose({ path, key, value }: Entry): Right | undefined {
  const name = path.at(-1) ?? '';
  const list = path.at(-2) ?? '';
  if (name === 'privileged' && isTrue(value)) return privileged;
  if (list === 'volumes' || (key === 'source' && path.at(-3) === 'volumes'))
    return mount(value.split(':')[0] ?? '');
  if (/^(?:network_mode|pid|ipc|userns_mode|uts)$/.test(name) && value === 'host') return sharesHost(name);
  if (list === 'cap_add') return capability(value);
  if (list === 'security_opt' && /^(?:seccomp|apparmor)[:=]unconfined$/.test(value)) return unconfined;
  if (name === 'user' && path.length === 3 && isRoot(value)) return runsAsRoot('user');
  return undefined;
}

/** What a chart fills its templates with. */
const isHelmValues = (path: string): boolean => /(?:^|\/)values(?:[.-][\w-]{1,40})?\.ya?ml$/.test(path);

/** A task of Amazon's ECS. */
function inTask({ path, value }: Entry): Right | undefined {
  if (!path.includes('containerDefinitions')) return undefined;
  if (path.at(-1) === 'privileged' && isTrue(value)) return privileged;
  if (path.at(-2) === 'add' && path.at(-3) === 'capabilities') return capability(value);
  return path.at(-1) === 'user' && isRoot(value) ? runsAsRoot('user') : undefined;
}

function inKubernetes({ path, value }: Entry): Right | undefined {
  const name = path.at(-1) ?? '';
  // A policy that lets pods be privileged has it right below `spec`.
  const allows = path.length === 2 && path[0] === 'spec';
  if (name === 'privileged' && isTrue(value) && (allows || path.includes('securityContext')))
    return privileged;
  if (name === 'path' && path.at(-2) === 'hostPath') return mount(value);
  if (/^host(?:Network|PID|IPC)$/.test(name) && isTrue(value)) return sharesHost(name);
  if (path.at(-2) === 'add' && path.at(-3) === 'capabilities') return capability(value);
  if (!path.includes('securityContext')) return undefined;
  if (name === 'allowPrivilegeEscalation' && isTrue(value)) {
    return {
      priority: 'P1',
      message: 'A program in this container may become root by way of setuid files. Set it to `false`.',
      instead: 'false',
    };
  }
  if (name === 'runAsUser' && value === '0') return runsAsRoot('runAsUser');
  return name === 'runAsNonRoot' && value === 'false' ? runsAsRoot('runAsNonRoot') : undefined;
}

const isRoot = (user: string): boolean => /^(?:root|0)(?::|$)/.test(user);

const runsAsRoot = (key: string): Right => ({
  priority: 'P1',
  message: `\`${key}\` lets this container run as root. Name an unprivileged user.`,
});

const sharesHost = (key: string): Right => ({
  priority: 'P1',
  message: `\`${key}\` puts this container into the host's own ${/net/i.test(key) ? 'network' : 'processes'}: nothing stands between them. Publish the ports that it needs instead.`,
});

const unconfined: Right = {
  priority: 'P1',
  message: 'This switches off the filter between the container and the kernel. Take it out.',
};

/** Folders that hold the host itself. */
const hostFolders = /^\/(?:$|etc\/?$|root\/?$|proc\/?$|boot\/?$|var\/lib\/docker\/?$|var\/run\/?$|run\/?$)/;

function mount(source: string): Right | undefined {
  if (/\/(?:docker|containerd|crio|podman)\.sock$/.test(source)) {
    return {
      priority: 'P0',
      message: `\`${source}\` in a container is root on the host: whoever gets in can start any container. Take it out, or put a filtering proxy between them.`,
      socket: true,
    };
  }
  if (!hostFolders.test(source)) return undefined;
  return {
    priority: 'P1',
    message: `\`${source}\` of the host is mounted into this container. Mount the folder that it needs, read-only.`,
  };
}

/** Capabilities with which a program gets out of its container. */
const mighty = /^(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|DAC_READ_SEARCH|BPF)$/i;

function capability(name: string): Right | undefined {
  if (!mighty.test(name)) return undefined;
  return {
    priority: /ALL|SYS_ADMIN|SYS_MODULE/i.test(name) ? 'P0' : 'P1',
    message: `The capability ${name} is a way out of the container. Add only what the program needs.`,
  };
}
