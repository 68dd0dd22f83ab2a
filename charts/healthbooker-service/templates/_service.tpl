{{- define "healthbooker-service.service" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- if eq $entry.kind "grpc" }}
# Without an address of its own, so that callers see every pod and spread calls over them.
apiVersion: v1
kind: Service
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  clusterIP: None
  selector:
    {{- include "healthbooker-service.selector" . | nindent 4 }}
  ports:
    - { name: grpc, port: {{ $entry.ports.grpc }}, targetPort: grpc, appProtocol: kubernetes.io/h2c }
    - { name: metrics, port: {{ $entry.ports.metrics }}, targetPort: metrics }
{{- else }}
{{- $pingPong := and (eq .Values.ingress.kind "alb") (eq .Values.workload.kind "Rollout") }}
{{- $names := $pingPong | ternary (list "" "-ping" "-pong") (list "") }}
{{- range $index, $suffix := $names }}
{{- if $index }}
---
{{- end }}
apiVersion: v1
kind: Service
metadata:
  name: {{ $.Chart.Name }}{{ $suffix }}
  labels:
    {{- include "healthbooker-service.labels" $ | nindent 4 }}
spec:
  type: {{ eq $.Values.ingress.kind "nodePort" | ternary "NodePort" "ClusterIP" }}
  selector:
    {{- include "healthbooker-service.selector" $ | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
      {{- if eq $.Values.ingress.kind "nodePort" }}
      nodePort: {{ get $.Values.ingress.nodePorts $.Chart.Name }}
      {{- end }}
    - { name: metrics, port: {{ $entry.ports.metrics }}, targetPort: metrics }
{{- end }}
{{- if has .Values.ingress.kind (list "alb" "ingress") }}
---
{{- include "healthbooker-service.ingress" . }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "healthbooker-service.ingress" -}}
{{- $pingPong := and (eq .Values.ingress.kind "alb") (eq .Values.workload.kind "Rollout") }}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
  {{- if eq .Values.ingress.kind "alb" }}
  annotations:
    alb.ingress.kubernetes.io/group.name: healthbooker
    alb.ingress.kubernetes.io/group.order: {{ .Values.ingress.order | quote }}
    # CloudFront reaches it through a VPC origin; nobody else does.
    alb.ingress.kubernetes.io/scheme: internal
    alb.ingress.kubernetes.io/target-type: ip
    alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS":443}]'
    alb.ingress.kubernetes.io/certificate-arn: {{ .Values.ingress.certificateArn }}
    alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
    alb.ingress.kubernetes.io/healthcheck-port: "9090"
    alb.ingress.kubernetes.io/healthcheck-path: /readyz
    alb.ingress.kubernetes.io/healthcheck-interval-seconds: "5"
    alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "2"
    alb.ingress.kubernetes.io/healthy-threshold-count: "2"
    alb.ingress.kubernetes.io/unhealthy-threshold-count: "2"
    # Shorter than preStop: a pod is out of the target group before it stops taking requests.
    alb.ingress.kubernetes.io/target-group-attributes: deregistration_delay.timeout_seconds={{ sub .Values.preStopSeconds 5 }},load_balancing.algorithm.type=least_outstanding_requests
    # Live updates send a heartbeat every 15 s.
    alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=60,routing.http.drop_invalid_header_fields.enabled=true,deletion_protection.enabled=true,access_logs.s3.enabled=true,access_logs.s3.bucket={{ .Values.ingress.accessLogBucket }}
  {{- end }}
spec:
  ingressClassName: {{ eq .Values.ingress.kind "alb" | ternary "alb" (.Values.ingress.className | default "nginx") }}
  rules:
    - host: {{ .Values.ingress.host }}
      http:
        paths:
          {{- range .Values.ingress.paths }}
          - path: {{ . }}
            pathType: Prefix
            backend:
              service:
                name: {{ $.Chart.Name }}
                port: {{ $pingPong | ternary (dict "name" "use-annotation") (dict "number" 80) | toJson }}
          {{- end }}
{{- end -}}
