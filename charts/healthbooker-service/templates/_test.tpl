{{/* `helm test`: is the service reached by its name, and does it say that it is ready? */}}
{{- define "healthbooker-service.test" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $labels := printf "app.kubernetes.io/name: %s\napp.kubernetes.io/component: test\napp.kubernetes.io/part-of: healthbooker" .Chart.Name -}}
apiVersion: v1
kind: Pod
metadata:
  name: {{ .Chart.Name }}-test
  labels:
    {{- $labels | nindent 4 }}
  annotations:
    helm.sh/hook: test
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  restartPolicy: Never
  serviceAccountName: {{ .Chart.Name }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  priorityClassName: healthbooker-job
  securityContext:
    {{- include "healthbooker-service.podSecurity" . | nindent 4 }}
  dnsConfig:
    {{- include "healthbooker-service.resolver" . | nindent 4 }}
  containers:
    - name: test
      image: {{ include "healthbooker-service.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      args:
        - --input-type=module
        - --eval
        - |
          const url = 'http://{{ .Chart.Name }}.{{ .Release.Namespace }}.svc.cluster.local:{{ $entry.ports.metrics }}/readyz';
          // The rules that let this pod out may reach its node after it.
          for (let tries = 1; ; tries += 1) {
            try {
              const reply = await fetch(url, { signal: AbortSignal.timeout(2000) });
              console.log(reply.status, await reply.text());
              process.exit(reply.ok ? 0 : 1);
            } catch (error) {
              if (tries === 10) throw error;
            }
          }
      resources:
        requests: { cpu: 50m, memory: 64Mi }
        limits: { cpu: 500m, memory: 128Mi }
      securityContext:
        {{- include "healthbooker-service.containerSecurity" . | nindent 8 }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Chart.Name }}-test
  labels:
    {{- $labels | nindent 4 }}
  annotations:
    helm.sh/hook: test
    helm.sh/hook-weight: "-1"
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ .Chart.Name }}
      app.kubernetes.io/component: test
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "healthbooker-service.dnsEgress" . | nindent 4 }}
    - to:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ .Chart.Name }}
              app.kubernetes.io/component: service
      ports:
        - { protocol: TCP, port: {{ $entry.ports.metrics }} }
{{- end -}}
