{{- define "healthbooker-service.workload" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $rollout := eq .Values.workload.kind "Rollout" -}}
{{- $alb := and (eq $entry.kind "edge") (eq .Values.ingress.kind "alb") -}}
apiVersion: {{ $rollout | ternary "argoproj.io/v1alpha1" "apps/v1" }}
kind: {{ .Values.workload.kind }}
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  # An autoscaler rules how many replicas there are.
  revisionHistoryLimit: 5
  progressDeadlineSeconds: {{ .Values.workload.progressDeadlineSeconds }}
  {{- if $rollout }}
  progressDeadlineAbort: true
  {{- end }}
  selector:
    matchLabels:
      {{- include "healthbooker-service.selector" . | nindent 6 }}
  strategy:
    {{- if $rollout }}
    canary:
      maxSurge: 1
      maxUnavailable: 0
      {{- if $alb }}
      # Two services take turns as stable and canary, so that no target group ever loses its healthy targets at once.
      pingPong:
        pingService: {{ .Chart.Name }}-ping
        pongService: {{ .Chart.Name }}-pong
      trafficRouting:
        alb:
          ingress: {{ .Chart.Name }}
          rootService: {{ .Chart.Name }}
          servicePort: 80
      abortScaleDownDelaySeconds: 60
      {{- end }}
      {{- with .Values.workload.analysis }}
      {{- if .enabled }}
      analysis:
        templates:
          - templateName: healthbooker-{{ $.Chart.Name }}-watch
            clusterScope: true
        args:
          - name: pod-hash
            valueFrom: { podTemplateHashValue: Latest }
      {{- end }}
      {{- end }}
      steps:
        {{- range .Values.workload.steps }}
        - setWeight: {{ .weight }}
        {{- if .pause }}
        - pause: { duration: {{ .pause }} }
        {{- end }}
        {{- if and .gate $.Values.workload.analysis.enabled }}
        - analysis:
            templates:
              - templateName: healthbooker-{{ $.Chart.Name }}-gate
                clusterScope: true
            args:
              - name: pod-hash
                valueFrom: { podTemplateHashValue: Latest }
        {{- end }}
        {{- end }}
    {{- else }}
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
    {{- end }}
  template:
    {{- include "healthbooker-service.pod" . | nindent 4 }}
{{- end -}}
