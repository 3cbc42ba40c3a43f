# SPDX-License-Identifier: MIT
# Help inside: the manual, the list of keys and the diagnostics.
for theme in light dark; do
    start "$theme" "$sample"
    press F1
    wait_for_window "Manual"
    shoot "manual-$theme"
    stop
done
