{{/* One autoscaler, never two: an HPA on CPU, or a ScaledObject where KEDA and Prometheus are there. */}}
{{- define "healthbooker-service.scaling" -}}
{{- $replicas := include "healthbooker-service.replicas" . | fromYaml -}}
{{- if eq .Values.autoscaling.kind "keda" }}
{{- include "healthbooker-service.scaledObject" . }}
{{- else }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    {{- include "healthbooker-service.target" . | nindent 4 }}
  minReplicas: {{ $replicas.min }}
  maxReplicas: {{ $replicas.max }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: { type: Utilization, averageUtilization: {{ .Values.autoscaling.cpuPercent }} }
  behavior:
    {{- include "healthbooker-service.behavior" . | nindent 4 }}
{{- end }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "healthbooker-service.selector" . | nindent 6 }}
{{- end -}}

{{/* Out at once, in slowly. */}}
{{- define "healthbooker-service.behavior" -}}
scaleUp:
  stabilizationWindowSeconds: 0
  selectPolicy: Max
  policies:
    - { type: Percent, value: 100, periodSeconds: 15 }
    - { type: Pods, value: 2, periodSeconds: 15 }
scaleDown:
  stabilizationWindowSeconds: {{ .Values.autoscaling.scaleDownAfterSeconds }}
  selectPolicy: Max
  policies:
    - { type: Pods, value: 1, periodSeconds: 30 }
{{- end -}}

{{- define "healthbooker-service.scaledObject" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $replicas := include "healthbooker-service.replicas" . | fromYaml -}}
{{- $a := .Values.autoscaling -}}
{{- $metric := eq $entry.kind "edge" | ternary "http_server_request_duration_seconds_count" "rpc_server_duration_seconds_count" -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    {{- include "healthbooker-service.target" . | nindent 4 }}
  minReplicaCount: {{ $replicas.min }}
  maxReplicaCount: {{ $replicas.max }}
  pollingInterval: 15
  # While Prometheus cannot be asked: as many as there are, but no fewer than this.
  fallback:
    failureThreshold: 3
    replicas: {{ $replicas.min }}
    behavior: currentReplicasIfHigher
  advanced:
    horizontalPodAutoscalerConfig:
      behavior:
        {{- include "healthbooker-service.behavior" . | nindent 8 }}
  triggers:
    - type: cpu
      metricType: Utilization
      metadata: { value: {{ $a.cpuPercent | quote }} }
    - type: prometheus
      metricType: AverageValue
      metadata:
        serverAddress: {{ $a.prometheus }}
        query: sum(rate({{ $metric }}{app="{{ .Chart.Name }}"}[1m]))
        threshold: {{ $a.requestsPerSecondPerPod | quote }}
        # No data is a fault to fall back from, not an idle service.
        ignoreNullValues: "false"
    {{- if has "queue" $entry.stores }}
    - type: aws-sqs-queue
      metricType: AverageValue
      authenticationRef: { name: {{ .Chart.Name }} }
      metadata:
        queueURL: {{ .Values.events.queueBase }}/healthbooker-{{ .Chart.Name }}
        queueLength: {{ $a.queuedPerPod | quote }}
        awsRegion: {{ .Values.aws.region }}
        identityOwner: operator
    {{- end }}
{{- if has "queue" $entry.stores }}
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  podIdentity: { provider: aws, identityOwner: keda }
{{- end }}
{{- end -}}
