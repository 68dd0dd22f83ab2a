{{/* Everything one service consists of. */}}
{{- define "healthbooker-service.all" -}}
{{- $entry := include "healthbooker-service.entry" . | fromYaml -}}
---
{{ include "healthbooker-service.identity" . }}
---
{{ include "healthbooker-service.network" . }}
{{- if has "postgres" $entry.stores }}
---
{{ include "healthbooker-service.migrations" . }}
{{- end }}
---
{{ include "healthbooker-service.service" . }}
---
{{ include "healthbooker-service.workload" . }}
---
{{ include "healthbooker-service.scaling" . }}
{{- end -}}
