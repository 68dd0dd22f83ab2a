{{- define "datastores.image" -}}
{{ .Values.image.registry }}/datastores@{{ required "image.digest is needed" .Values.image.digest }}
{{- end -}}

{{- define "datastores.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{/*
How names are looked up. The first packet of a new pod may be dropped, and a name server may be in a zone that is off:
the next try comes after 1 s instead of 5. Every name used has two dots or more and is asked for as it is.
*/}}
{{- define "datastores.resolver" -}}
options:
  - { name: ndots, value: "2" }
  - { name: timeout, value: "1" }
  - { name: attempts, value: "3" }
{{- end -}}

{{- define "datastores.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
capabilities: { drop: [ALL] }
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{/*
The stand-ins: program, ports, and what else they are told. Every request goes to the first three: their share of the
processor is larger, as AWS's own are not slowed down by pods that start.
*/}}
{{- define "datastores.standIns" -}}
dynamodb: { main: services/local/stores/dynamodb.ts, port: 8000, cpu: 200m }
redis: { main: services/local/stores/redis.ts, port: 6379, cpu: 100m }
events: { main: services/local/stores/events.ts, port: 4566, cpu: 200m }
inbox: { main: services/local/inbox/main.ts, port: 8025, extraPort: 2525, env: { SMTP_PORT: "2525" } }
s3:
  main: services/local/s3/main.ts
  port: 9000
  env: { BUCKETS: "healthbooker-documents,healthbooker-archive,healthbooker-access-log:object-lock" }
cognito:
  main: services/local/cognito/main.ts
  port: 9229
  env:
    COGNITO_USER_POOL_ID: {{ .Values.userPoolId }}
    COGNITO_PATIENTS_CLIENT_ID: {{ .Values.patientsClientId }}
    COGNITO_CLINIC_CLIENT_ID: {{ .Values.clinicClientId }}
    SMTP_URL: smtp://inbox.{{ .Release.Namespace }}.svc.cluster.local:2525
    MAIL_FROM: HealthBooker <no-reply@healthbooker.example>
{{- end -}}

{{- define "datastores.dnsEgress" -}}
- to:
    - namespaceSelector:
        matchLabels: { kubernetes.io/metadata.name: kube-system }
      podSelector:
        matchLabels: { k8s-app: kube-dns }
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}
