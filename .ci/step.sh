# step <command…>: runs a part of a longer check and says how many seconds it took; when it fails, everything ends.
step() {
  local began=$SECONDS code=0
  printf '\n== %s\n' "$*"
  "$@" || code=$?
  if [ "$code" -ne 0 ]; then
    printf '== failed with %s after %s s: %s\n' "$code" "$((SECONDS - began))" "$*"
    exit "$code"
  fi
  printf '== %s s: %s\n' "$((SECONDS - began))" "$*"
}
