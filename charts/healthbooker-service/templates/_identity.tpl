{{- define "healthbooker-service.identity" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: "-2"
automountServiceAccountToken: false
{{- if and .Values.tls.enabled .Values.tls.clusterIssuer }}
---
# Renewed long before it ends; the process reads the files again without a restart.
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: {{ .Chart.Name }}-grpc-tls
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
  annotations:
    argocd.argoproj.io/sync-wave: "-2"
spec:
  secretName: {{ .Chart.Name }}-grpc-tls
  duration: 168h
  renewBefore: 72h
  commonName: {{ .Chart.Name }}.{{ .Release.Namespace }}.svc.cluster.local
  dnsNames:
    - {{ .Chart.Name }}.{{ .Release.Namespace }}.svc.cluster.local
  privateKey: { algorithm: ECDSA, size: 256, rotationPolicy: Always }
  usages: [digital signature, server auth, client auth]
  issuerRef: { kind: ClusterIssuer, name: {{ .Values.tls.clusterIssuer }} }
{{- end }}
{{- end -}}
