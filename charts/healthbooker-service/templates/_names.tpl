{{/* The catalogue's entry of this service, as YAML. */}}
{{- define "healthbooker-service.entry" -}}
{{- $name := .Chart.Name -}}
{{- $catalogue := (index .Subcharts "healthbooker-service").Files.Get "catalogue.json" | fromJson -}}
{{- $found := list -}}
{{- range $catalogue.services }}{{ if eq .name $name }}{{ $found = append $found . }}{{ end }}{{ end -}}
{{- if not $found }}{{ fail (printf "services/catalogue.json does not name %s" $name) }}{{ end -}}
{{- first $found | toYaml -}}
{{- end -}}

{{/* The services this one calls, as YAML: those whose callers it is among. */}}
{{- define "healthbooker-service.callees" -}}
{{- $name := .Chart.Name -}}
{{- $catalogue := (index .Subcharts "healthbooker-service").Files.Get "catalogue.json" | fromJson -}}
{{- $found := list -}}
{{- range $catalogue.services }}{{ if has $name .callers }}{{ $found = append $found . }}{{ end }}{{ end -}}
callees: {{ $found | toYaml | nindent 2 }}
{{- end -}}

{{- define "healthbooker-service.labels" -}}
{{ include "healthbooker-service.selector" . }}
app.kubernetes.io/part-of: healthbooker
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{/* Not the pods of migrations and tests, which are the service's too. */}}
{{- define "healthbooker-service.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/component: service
{{- end -}}

{{- define "healthbooker-service.image" -}}
{{- $digest := required "image.digest is needed: sha256:… of the image to run" .Values.image.digest -}}
{{ required "image.registry is needed" .Values.image.registry }}/{{ .Chart.Name }}@{{ $digest }}
{{- end -}}

{{/* How many replicas there may be: the environment's word, else the catalogue's. */}}
{{- define "healthbooker-service.replicas" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- get (.Values.replicas | default dict) .Chart.Name | default $entry.replicas | toYaml -}}
{{- end -}}

{{/* What a scaler or a disruption budget points at. */}}
{{- define "healthbooker-service.target" -}}
apiVersion: {{ if eq .Values.workload.kind "Rollout" }}argoproj.io/v1alpha1{{ else }}apps/v1{{ end }}
kind: {{ .Values.workload.kind }}
name: {{ .Chart.Name }}
{{- end -}}

{{- define "healthbooker-service.podSecurity" -}}
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
fsGroup: 65532
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/*
How names are looked up. The first packet of a new pod may be dropped, and a name server may be in a zone that is off:
the next try comes after 1 s instead of 5. Every name used has two dots or more and is asked for as it is.
*/}}
{{- define "healthbooker-service.resolver" -}}
options:
  - { name: ndots, value: "2" }
  - { name: timeout, value: "1" }
  - { name: attempts, value: "3" }
{{- end -}}

{{- define "healthbooker-service.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 65532
runAsGroup: 65532
capabilities:
  drop: [ALL]
seccompProfile:
  type: RuntimeDefault
{{- end -}}
