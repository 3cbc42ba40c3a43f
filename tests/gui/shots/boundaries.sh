# SPDX-License-Identifier: MIT
# Who owns what: suggested boundaries accepted, and what crosses them, in both themes.
for theme in light dark; do
    start "$theme" "$sample"
    open_dialog ctrl+shift+b "Suggested boundaries"
    shoot "boundaries-suggested-$theme"
    press_in_front alt+a
    sleep 2
    press ctrl+0
    shoot "boundaries-$theme"
    press ctrl+shift+x
    sleep 1
    shoot "crossings-$theme"
    stop
done
