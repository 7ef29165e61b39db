#!/usr/bin/env bash
# What .pre-commit-hooks.yaml runs, with the files of the commit: the npm package in the version of this checkout.
# ONRECORD_COMMAND names another program, for trying it out.
set -euo pipefail

version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$(dirname "$0")/../../package.json")
read -ra onrecord <<<"${ONRECORD_COMMAND:-npx --yes onrecord@$version}"
exec "${onrecord[@]}" check "$@"
