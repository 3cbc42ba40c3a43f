# SPDX-License-Identifier: MIT
# The window in dark with the desktop's accent at scale 1.5, and the list of keys.
export QT_SCALE_FACTOR=1.5
start dark "$sample"
find_object order_items
press Return
shoot reach-dark-150
press ctrl+F1
shoot reach-keys
press Escape
stop
unset QT_SCALE_FACTOR
CADASTRE_HINTS=true
start light "$sample"
shoot reach-hint
stop
unset CADASTRE_HINTS
