# SPDX-License-Identifier: MIT
# Help inside: the manual.
for theme in light dark; do
    start "$theme" "$sample"
    open_dialog F1 "Manual"
    shoot "manual-$theme"
    stop
done
