#!/usr/bin/env bash
# What action.yml runs: its inputs come in the environment. ONRECORD_COMMAND names another program than the npm package, for trying it out.
set -euo pipefail

read -ra onrecord <<<"${ONRECORD_COMMAND:-npx --yes onrecord@${ONRECORD_VERSION:-latest}}"
args=(check)
[ -z "${ONRECORD_CONFIG:-}" ] || args+=("--config=$ONRECORD_CONFIG")
[ -z "${ONRECORD_CHANGED:-}" ] || args+=("--changed=$ONRECORD_CHANGED")
[ "${ONRECORD_ONLY_NEW:-false}" != true ] || args+=(--only-new)
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"${ONRECORD_PATHS:-.}"

if [ -n "${ONRECORD_SARIF:-}" ]; then
  # Its exit code is that of the run below, which reads the same.
  "${onrecord[@]}" "${args[@]}" --format=sarif --fail-on=never -- "${paths[@]}" >"$ONRECORD_SARIF" 2>/dev/null || true
fi
exec "${onrecord[@]}" "${args[@]}" --format=github "--fail-on=${ONRECORD_FAIL_ON:-warning}" -- "${paths[@]}"
