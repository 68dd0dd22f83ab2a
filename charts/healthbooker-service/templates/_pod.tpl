{{/* The pod template that a Deployment and a Rollout share. */}}
{{- define "healthbooker-service.pod" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
metadata:
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
  annotations:
    prometheus.io/scrape: "true"
    prometheus.io/port: {{ $entry.ports.metrics | quote }}
    prometheus.io/path: /metrics
spec:
  serviceAccountName: {{ .Chart.Name }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  priorityClassName: {{ .Values.priorityClassName }}
  # preStop, then the slowest request; the process itself gives up after 25 s.
  terminationGracePeriodSeconds: {{ add .Values.preStopSeconds 30 }}
  securityContext:
    {{- include "healthbooker-service.podSecurity" . | nindent 4 }}
  dnsConfig:
    {{- include "healthbooker-service.resolver" . | nindent 4 }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "healthbooker-service.selector" $ | nindent 10 }}
    {{- end }}
  containers:
    - name: {{ .Chart.Name }}
      image: {{ include "healthbooker-service.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      # With what the API server fills into a Rollout, Argo CD would not find it in Git: so it is said here.
      ports:
        {{- range $name, $port := $entry.ports }}
        - name: {{ $name }}
          containerPort: {{ $port }}
          protocol: TCP
        {{- end }}
      env:
        {{- include "healthbooker-service.env" . | trim | nindent 8 }}
      startupProbe:
        httpGet: { path: /startupz, port: metrics }
        periodSeconds: 1
        timeoutSeconds: 2
        failureThreshold: 60
      readinessProbe:
        {{- if eq $entry.kind "edge" }}
        httpGet: { path: /readyz, port: metrics }
        {{- else }}
        grpc: { port: {{ $entry.ports.health }}, service: "" }
        {{- end }}
        periodSeconds: 1
        timeoutSeconds: 2
        failureThreshold: 3
      livenessProbe:
        httpGet: { path: /livez, port: metrics }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 3
      lifecycle:
        preStop:
          sleep: { seconds: {{ .Values.preStopSeconds }} }
      resources:
        {{- mergeOverwrite (deepCopy $entry.resources) (.Values.resources | default dict) | toYaml | nindent 8 }}
      securityContext:
        {{- include "healthbooker-service.containerSecurity" . | nindent 8 }}
      volumeMounts:
        - { name: tmp, mountPath: /tmp }
        {{- include "healthbooker-service.mounts" . | trim | nindent 8 }}
  volumes:
    - name: tmp
      emptyDir: { sizeLimit: 64Mi }
    {{- include "healthbooker-service.volumes" . | trim | nindent 4 }}
{{- end -}}

{{- define "healthbooker-service.mounts" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $callees := (include "healthbooker-service.callees" . | fromYaml).callees -}}
{{- if $callees }}
- { name: workload, mountPath: /var/run/secrets/workload, readOnly: true }
{{- end }}
{{- if .Values.tls.enabled }}
- { name: grpc, mountPath: /var/run/secrets/grpc, readOnly: true }
{{- end }}
{{- if .Values.trust.configMap }}
- { name: trust, mountPath: /etc/healthbooker/trust, readOnly: true }
{{- end }}
{{- if has "postgres" $entry.stores }}
- { name: database, mountPath: /var/run/secrets/database, readOnly: true }
{{- end }}
{{- if has "mail" $entry.stores }}
- { name: smtp, mountPath: /var/run/secrets/smtp, readOnly: true }
{{- end }}
{{- range $name, $secret := .Values.secretFiles }}
- { name: {{ $name }}, mountPath: /var/run/secrets/{{ $name }}, readOnly: true }
{{- end }}
{{- end -}}

{{- define "healthbooker-service.volumes" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $callees := (include "healthbooker-service.callees" . | fromYaml).callees -}}
{{- if $callees }}
# One token per callee, each good for that callee only and for ten minutes; kubelet renews them.
- name: workload
  projected:
    defaultMode: 0440
    sources:
      {{- range $callees }}
      - serviceAccountToken:
          audience: {{ .name }}
          expirationSeconds: 600
          path: {{ .name }}
      {{- end }}
{{- end }}
{{- if .Values.tls.enabled }}
- name: grpc
  secret: { secretName: {{ .Chart.Name }}-grpc-tls, defaultMode: 0440 }
{{- end }}
{{- if .Values.trust.configMap }}
- name: trust
  configMap: { name: {{ .Values.trust.configMap }} }
{{- end }}
{{- if has "postgres" $entry.stores }}
- name: database
  secret: { secretName: {{ .Chart.Name }}-database, defaultMode: 0440 }
{{- end }}
{{- if has "mail" $entry.stores }}
- name: smtp
  secret: { secretName: smtp, defaultMode: 0440 }
{{- end }}
{{- range $name, $secret := .Values.secretFiles }}
- name: {{ $name }}
  secret: { secretName: {{ $secret }}, defaultMode: 0440 }
{{- end }}
{{- end -}}
