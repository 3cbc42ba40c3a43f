# SPDX-License-Identifier: MIT
# The start page and the sample in both themes.
start light
shoot start-page
stop

start light "$sample"
find_object tmp_orders
xdotool key --window "$window" Return
shoot window-light
stop

start dark "$sample"
find_object created
shoot window-dark
stop

QT_QPA_PLATFORM=offscreen "$program" diagram "$sample" --scale 0.5 -o "$output/diagram.png"
