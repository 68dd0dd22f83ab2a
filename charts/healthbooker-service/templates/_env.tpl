{{/* The environment of a service. Secrets come as files; nothing here is secret. */}}
{{- define "healthbooker-service.env" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $callees := (include "healthbooker-service.callees" . | fromYaml).callees -}}
{{- $v := .Values -}}
{{- $env := dict
  "NODE_ENV" $v.nodeEnv
  "LOG_LEVEL" ($v.logLevel | default "info")
  "HEALTH_PORT" (toString (($entry.ports.health) | default 50052))
  "METRICS_PORT" (toString $entry.ports.metrics)
  "AWS_REGION" $v.aws.region
  "COGNITO_USER_POOL_ID" $v.cognito.userPoolId
  "COGNITO_PATIENTS_CLIENT_ID" $v.cognito.patientsClientId
  "COGNITO_CLINIC_CLIENT_ID" $v.cognito.clinicClientId
  "NODE_OPTIONS" (printf "--max-old-space-size=%d --max-semi-space-size=16" (include "healthbooker-service.heapMb" $entry | int))
-}}
{{- if eq $entry.kind "edge" }}
  {{- $_ := merge $env (dict
    "HTTP_PORT" (toString $entry.ports.http)
    "PUBLIC_URL" $v.publicUrl
    "ENVIRONMENT" $v.environment
    "TRUSTED_PROXY_HOPS" (toString $v.edge.trustedProxyHops)) }}
{{- else }}
  {{- $_ := merge $env (dict
    "GRPC_PORT" (toString $entry.ports.grpc)
    "WORKLOAD_ISSUER" $v.workloadIdentity.issuer
    "WORKLOAD_JWKS_URL" ($v.workloadIdentity.jwksUrl | default "")
    "WORKLOAD_NAMESPACE" .Release.Namespace) }}
{{- end }}
{{- if $callees }}{{ $_ := set $env "WORKLOAD_TOKEN_DIR" "/var/run/secrets/workload" }}{{ end }}
{{- range $callees }}
  {{- $host := printf "%s.%s.svc.cluster.local:%v" .name $.Release.Namespace .ports.grpc }}
  {{- $_ := set $env (printf "%s_ADDRESS" (upper .name)) (printf "dns:///%s" $host) }}
{{- end }}
{{- if $v.tls.enabled }}
  {{- $_ := merge $env (dict
    "GRPC_TLS_CERT_FILE" "/var/run/secrets/grpc/tls.crt"
    "GRPC_TLS_KEY_FILE" "/var/run/secrets/grpc/tls.key"
    "GRPC_TLS_CA_FILE" "/var/run/secrets/grpc/ca.crt") }}
{{- end }}
{{- if $v.trust.configMap }}
  {{- $_ := set $env "NODE_EXTRA_CA_CERTS" (printf "/etc/healthbooker/trust/%s" $v.trust.key) }}
{{- end }}
{{- if has "postgres" $entry.stores }}
  {{- $_ := merge $env (dict
    "DATABASE_URL" (include "healthbooker-service.databaseUrl" (dict "root" . "role" .Chart.Name))
    "DATABASE_PASSWORD_FILE" "/var/run/secrets/database/password"
    "DATABASE_POOL_MAX" (toString $entry.pools.postgres)) }}
{{- end }}
{{- if has "redis" $entry.stores }}{{ $_ := set $env "REDIS_URL" $v.redis.url }}{{ end }}
{{- if has "dynamodb" $entry.stores }}
  {{- $_ := merge $env (dict "DYNAMODB_TABLE" $v.dynamodb.table "DYNAMODB_ENDPOINT" ($v.dynamodb.endpoint | default "")) }}
{{- end }}
{{- if has "topic" $entry.stores }}
  {{- $_ := merge $env (dict "EVENTS_TOPIC_ARN" $v.events.topicArn "SNS_ENDPOINT" ($v.events.endpoint | default "")) }}
{{- end }}
{{- if has "archive" $entry.stores }}
  {{- $_ := merge $env (dict "ARCHIVE_BUCKET" $v.archive.bucket "S3_ENDPOINT" ($v.archive.endpoint | default "")) }}
{{- end }}
{{- if has "queue" $entry.stores }}
  {{- $_ := merge $env (dict
    "EVENTS_QUEUE_URL" (printf "%s/healthbooker-%s" $v.events.queueBase .Chart.Name)
    "SQS_ENDPOINT" ($v.events.endpoint | default "")) }}
{{- end }}
{{- if has "mail" $entry.stores }}
  {{- $_ := merge $env (dict
    "SMTP_URL_FILE" "/var/run/secrets/smtp/url"
    "MAIL_FROM" $v.mail.from
    "PRIVACY_MAIL_TO" $v.mail.privacyTo
    "PUBLIC_URL" $v.publicUrl) }}
{{- end }}
{{- if $v.cognito.endpoint }}
  {{- $_ := merge $env (dict "COGNITO_ENDPOINT" $v.cognito.endpoint "COGNITO_JWKS_URL" $v.cognito.jwksUrl) }}
  {{- if eq $entry.kind "edge" }}{{ $_ := set $env "COGNITO_BROWSER_ENDPOINT" $v.cognito.browserEndpoint }}{{ end }}
{{- end }}
{{- $_ := mergeOverwrite $env ($v.commonEnv | default dict) ($v.env | default dict) }}
{{- range $name := keys $env | sortAlpha }}
{{- with get $env $name | toString }}
- name: {{ $name }}
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The service's database, for one of its two roles: the service's own, or the owner of the tables. */}}
{{- define "healthbooker-service.databaseUrl" -}}
{{- $postgres := .root.Values.postgres -}}
{{- $query := empty $postgres.sslmode | ternary "" (printf "?sslmode=%s" $postgres.sslmode) -}}
{{- printf "postgres://%s@%s:5432/%s%s" .role $postgres.host .root.Chart.Name $query -}}
{{- end -}}

{{/* Two thirds of the memory limit (in MiB) for the old part of the heap; the rest is Node's own, buffers, and the
     young part, which takes three times 16 MiB here and would take 128 MiB if it were left to Node. */}}
{{- define "healthbooker-service.heapMb" -}}
{{- $limit := .resources.limits.memory | trimSuffix "Mi" | int -}}
{{- div (mul $limit 2) 3 -}}
{{- end -}}
