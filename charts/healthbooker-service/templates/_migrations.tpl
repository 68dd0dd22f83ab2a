{{/*
The migrations of this image, one wave before its workload: plain Jobs, whose name says all that they run with, since
a Job cannot be changed: another image, a database that was restored, or another limit makes another Job.
*/}}
{{- define "healthbooker-service.migrations" -}}
{{- $spec := include "healthbooker-service.migrationsSpec" . | trim -}}
{{- $image := .Values.image.digest | trimPrefix "sha256:" | trunc 12 -}}
{{- $labels := include "healthbooker-service.migrationsLabels" . -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Chart.Name }}-migrate-{{ $image }}-{{ $spec | sha256sum | trunc 5 }}
  labels:
    {{- $labels | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: "-1"
spec:
  {{- $spec | nindent 2 }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Chart.Name }}-migrations
  labels:
    {{- $labels | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: "-2"
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ .Chart.Name }}
      app.kubernetes.io/component: migrations
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "healthbooker-service.dnsEgress" . | nindent 4 }}
    - {{ get .Values.network.stores "postgres" | toYaml | nindent 6 | trim }}
{{- end -}}

{{- define "healthbooker-service.migrationsSpec" -}}
{{- $labels := include "healthbooker-service.migrationsLabels" . -}}
# A lock that somebody holds for longer than 3 s fails a try and harms nobody.
backoffLimit: 8
activeDeadlineSeconds: 900
template:
  metadata:
    labels:
      {{- $labels | nindent 6 }}
  spec:
    restartPolicy: Never
    serviceAccountName: {{ .Chart.Name }}
    automountServiceAccountToken: false
    enableServiceLinks: false
    priorityClassName: healthbooker-job
    securityContext:
      {{- include "healthbooker-service.podSecurity" . | nindent 6 }}
    dnsConfig:
      {{- include "healthbooker-service.resolver" . | nindent 6 }}
    containers:
      - name: migrate
        image: {{ include "healthbooker-service.image" . }}
        imagePullPolicy: {{ .Values.image.pullPolicy }}
        args: [services/runtime/migrate-main.ts, services/{{ .Chart.Name }}/migrations]
        env:
          # The tables belong to this role; the service connects with another, which can change none of them.
          - name: DATABASE_URL
            value: {{ include "healthbooker-service.databaseUrl" (dict "root" . "role" (printf "%s_owner" .Chart.Name)) | quote }}
          {{- $wanted := list "DATABASE_PASSWORD_FILE" "NODE_ENV" "NODE_EXTRA_CA_CERTS" }}
          {{- range include "healthbooker-service.env" . | fromYamlArray }}
          {{- if has .name $wanted }}
          - { name: {{ .name }}, value: {{ .value | quote }} }
          {{- end }}
          {{- end }}
        resources:
          requests: { cpu: 50m, memory: 96Mi }
          limits: { cpu: "1", memory: 256Mi }
        securityContext:
          {{- include "healthbooker-service.containerSecurity" . | nindent 10 }}
        volumeMounts:
          - { name: tmp, mountPath: /tmp }
          - { name: database, mountPath: /var/run/secrets/database, readOnly: true }
          {{- if .Values.trust.configMap }}
          - { name: trust, mountPath: /etc/healthbooker/trust, readOnly: true }
          {{- end }}
    volumes:
      - name: tmp
        emptyDir: { sizeLimit: 16Mi }
      - name: database
        secret: { secretName: {{ .Chart.Name }}-database-owner, defaultMode: 0440 }
      {{- if .Values.trust.configMap }}
      - name: trust
        configMap: { name: {{ .Values.trust.configMap }} }
      {{- end }}
{{- end -}}

{{- define "healthbooker-service.migrationsLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/component: migrations
app.kubernetes.io/part-of: healthbooker
{{- end -}}
