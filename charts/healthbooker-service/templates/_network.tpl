{{/* Who may talk to this service, and to whom it may talk; both namespaces deny everything else. */}}
{{- define "healthbooker-service.network" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
{{- $callees := (include "healthbooker-service.callees" . | fromYaml).callees -}}
{{- $n := .Values.network -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "healthbooker-service.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "healthbooker-service.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- if eq $entry.kind "edge" }}
    - from:
        {{- toYaml $n.edgeClients | nindent 8 }}
      ports:
        - { protocol: TCP, port: {{ $entry.ports.http }} }
        # The load balancer's health check.
        - { protocol: TCP, port: {{ $entry.ports.metrics }} }
    {{- else }}
    - from:
        {{- range $entry.callers }}
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ . }}
              app.kubernetes.io/component: service
        {{- end }}
      ports:
        - { protocol: TCP, port: {{ $entry.ports.grpc }} }
    {{- end }}
    - from:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ .Chart.Name }}
              app.kubernetes.io/component: test
      ports:
        - { protocol: TCP, port: {{ $entry.ports.metrics }} }
    - from:
        {{- toYaml $n.scrapers | nindent 8 }}
      ports:
        - { protocol: TCP, port: {{ $entry.ports.metrics }} }
  egress:
    {{- include "healthbooker-service.dnsEgress" . | nindent 4 }}
    {{- range $callees }}
    - to:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ .name }}
              app.kubernetes.io/component: service
      ports:
        - { protocol: TCP, port: {{ .ports.grpc }} }
    {{- end }}
    {{- $seen := list }}
    {{- $wanted := eq $entry.kind "edge" | ternary $entry.stores (append $entry.stores "issuer") }}
    {{- range $wanted }}
    {{- $rule := get $n.stores . }}
    {{- if not $rule }}{{ fail (printf "network.stores.%s is needed" .) }}{{ end }}
    {{- $text := toYaml $rule }}
    {{- if not (has $text $seen) }}
    {{- $seen = append $seen $text }}
    - {{ $text | nindent 6 | trim }}
    {{- end }}
    {{- end }}
    {{- if $n.podIdentity }}
    # The agent that hands out this service's AWS credentials, on its node.
    - to:
        - ipBlock: { cidr: 169.254.170.23/32 }
      ports:
        - { protocol: TCP, port: 80 }
    {{- end }}
{{- end -}}

{{- define "healthbooker-service.dnsEgress" -}}
- to:
    - namespaceSelector:
        matchLabels: { kubernetes.io/metadata.name: kube-system }
      podSelector:
        matchLabels: { k8s-app: kube-dns }
  ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}
