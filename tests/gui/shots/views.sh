# SPDX-License-Identifier: MIT
# The minimap, tables that are hidden, and a saved view, in both themes.
for theme in light dark; do
    start "$theme" "$sample"
    find_object orders
    press Return
    press ctrl+1
    shoot "minimap-$theme"
    press ctrl+alt+h
    shoot "hidden-$theme"
    press ctrl+z
    find_object orders
    press Return
    press Return
    sleep 1
    press ctrl+shift+v
    write "Sales / Around orders"
    press Return
    shoot "saved-view-$theme"
    stop
done
