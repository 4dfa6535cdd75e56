/** The registry: a rule is a file, and a line here. */

import { destructiveMigration } from './data-integrity/destructive-migration.ts';
import { fakeTransaction } from './data-integrity/fake-transaction.ts';
import { migrationOrder } from './data-integrity/migration-order.ts';
import { migrationWithoutRollback } from './data-integrity/migration-without-rollback.ts';
import { missingDbConstraints } from './data-integrity/missing-db-constraints.ts';
import { missingTransaction } from './data-integrity/missing-transaction.ts';
import { noDuplicateCreateTable } from './data-integrity/no-duplicate-create-table.ts';
import { noDuplicateMigrationVersion } from './data-integrity/no-duplicate-migration-version.ts';
import { noInMemoryStore } from './data-integrity/no-in-memory-store.ts';
import { noShadowedCreateTable } from './data-integrity/no-shadowed-create-table.ts';
import { dockerfileDevCommand } from './operations/dockerfile-dev-command.ts';
import { dockerfileEolBase } from './operations/dockerfile-eol-base.ts';
import { dockerfileLatestTag } from './operations/dockerfile-latest-tag.ts';
import { dockerfileMissingHealthcheck } from './operations/dockerfile-missing-healthcheck.ts';
import { dockerfileNpmInstall } from './operations/dockerfile-npm-install.ts';
import { fakeHealthEndpoint } from './operations/fake-health-endpoint.ts';
import { missingDockerignore } from './operations/missing-dockerignore.ts';
import { suppressionWithoutReason } from './operations/suppression-without-reason.ts';
import { unusedSuppression } from './operations/unused-suppression.ts';
import type { Rule } from './rule.ts';
import { bodyLimitExcessive } from './security/body-limit-excessive.ts';
import { composeDefaultPassword } from './security/compose-default-password.ts';
import { containerPrivileged } from './security/container-privileged.ts';
import { corsAllowAll } from './security/cors-allow-all.ts';
import { corsLocalhostOnly } from './security/cors-localhost-only.ts';
import { dockerfileCopySecrets } from './security/dockerfile-copy-secrets.ts';
import { dockerfileMissingUser } from './security/dockerfile-missing-user.ts';
import { graphqlIntrospectionInProduction } from './security/graphql-introspection-in-production.ts';
import { graphqlNoDepthLimit } from './security/graphql-no-depth-limit.ts';
import { insecureSessionCookie } from './security/insecure-session-cookie.ts';
import { insecureTransport } from './security/insecure-transport.ts';
import { insecureWebsocket } from './security/insecure-websocket.ts';
import { jwtDecodeWithoutVerify } from './security/jwt-decode-without-verify.ts';
import { jwtNoAlgorithms } from './security/jwt-no-algorithms.ts';
import { jwtNoExpiry } from './security/jwt-no-expiry.ts';
import { massAssignment } from './security/mass-assignment.ts';
import { missingAuditLog } from './security/missing-audit-log.ts';
import { missingHsts } from './security/missing-hsts.ts';
import { missingRateLimit } from './security/missing-rate-limit.ts';
import { missingRequestValidation } from './security/missing-request-validation.ts';
import { missingSecurityHeaders } from './security/missing-security-headers.ts';
import { noAnonymousUserFallback } from './security/no-anonymous-user-fallback.ts';
import { noCommittedEnvFile } from './security/no-committed-env-file.ts';
import { noEmptySecretFallback } from './security/no-empty-secret-fallback.ts';
import { noHardcodedSecret } from './security/no-hardcoded-secret.ts';
import { noInsecureSecretFallback } from './security/no-insecure-secret-fallback.ts';
import { noNosqlInjection } from './security/no-nosql-injection.ts';
import { noPublicEnvSecret } from './security/no-public-env-secret.ts';
import { noRawUnsafe } from './security/no-raw-unsafe.ts';
import { noSecretInDockerBuildArg } from './security/no-secret-in-docker-build-arg.ts';
import { noSensitiveLog } from './security/no-sensitive-log.ts';
import { noSqlStringConcat } from './security/no-sql-string-concat.ts';
import { passwordComparePlain } from './security/password-compare-plain.ts';
import { rateLimitMemoryStore } from './security/rate-limit-memory-store.ts';
import { routeWithoutAuth } from './security/route-without-auth.ts';
import { routeWithoutAuthorization } from './security/route-without-authorization.ts';
import { secretExposedInResponse } from './security/secret-exposed-in-response.ts';
import { sessionHardcodedSecret } from './security/session-hardcoded-secret.ts';
import { sessionMemoryStore } from './security/session-memory-store.ts';
import { sessionNoExpiry } from './security/session-no-expiry.ts';
import { stubValidator } from './security/stub-validator.ts';
import { tlsVerificationDisabled } from './security/tls-verification-disabled.ts';
import { tokenInLocalStorage } from './security/token-in-local-storage.ts';
import { weakPasswordHash } from './security/weak-password-hash.ts';
import { webhookNoSignatureCheck } from './security/webhook-no-signature-check.ts';
import { failOpenFallback } from './stability/fail-open-fallback.ts';
import { noCommentedOutService } from './stability/no-commented-out-service.ts';
import { noConstantStub } from './stability/no-constant-stub.ts';
import { noFakeMetrics } from './stability/no-fake-metrics.ts';
import { noMockInProduction } from './stability/no-mock-in-production.ts';
import { noNotImplemented } from './stability/no-not-implemented.ts';
import { optimisticDefault } from './stability/optimistic-default.ts';

export const rules: readonly Rule[] = [
  noHardcodedSecret,
  noInsecureSecretFallback,
  noPublicEnvSecret,
  noCommittedEnvFile,
  noEmptySecretFallback,
  sessionHardcodedSecret,
  noSensitiveLog,
  secretExposedInResponse,
  suppressionWithoutReason,
  unusedSuppression,
  dockerfileMissingUser,
  containerPrivileged,
  composeDefaultPassword,
  noSecretInDockerBuildArg,
  dockerfileCopySecrets,
  dockerfileDevCommand,
  dockerfileNpmInstall,
  dockerfileLatestTag,
  dockerfileEolBase,
  dockerfileMissingHealthcheck,
  missingDockerignore,
  noDuplicateCreateTable,
  noShadowedCreateTable,
  noDuplicateMigrationVersion,
  migrationOrder,
  destructiveMigration,
  migrationWithoutRollback,
  missingDbConstraints,
  noInMemoryStore,
  fakeTransaction,
  missingTransaction,
  corsAllowAll,
  missingRateLimit,
  routeWithoutAuth,
  rateLimitMemoryStore,
  routeWithoutAuthorization,
  missingAuditLog,
  stubValidator,
  noSqlStringConcat,
  noRawUnsafe,
  noNosqlInjection,
  massAssignment,
  missingRequestValidation,
  bodyLimitExcessive,
  noMockInProduction,
  noCommentedOutService,
  jwtNoAlgorithms,
  jwtNoExpiry,
  jwtDecodeWithoutVerify,
  weakPasswordHash,
  passwordComparePlain,
  tlsVerificationDisabled,
  insecureWebsocket,
  insecureTransport,
  webhookNoSignatureCheck,
  graphqlNoDepthLimit,
  graphqlIntrospectionInProduction,
  missingSecurityHeaders,
  insecureSessionCookie,
  sessionNoExpiry,
  sessionMemoryStore,
  tokenInLocalStorage,
  noAnonymousUserFallback,
  optimisticDefault,
  failOpenFallback,
  fakeHealthEndpoint,
  noFakeMetrics,
  noNotImplemented,
  noConstantStub,
  corsLocalhostOnly,
  missingHsts,
];
