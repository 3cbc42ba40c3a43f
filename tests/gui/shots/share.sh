# SPDX-License-Identifier: MIT
# Copying from a context menu, the dialog of exports, and the page that documents the sample.
start light "$sample"
find_object refunds
press Return
press ctrl+e
shoot export-dialog
press Escape
press alt+f
press h
shoot share-menu
press Escape Escape
stop

start dark "$sample"
press ctrl+e
shoot export-dialog-dark
press Escape
stop

QT_QPA_PLATFORM=offscreen "$program" document "$sample" -o "$output/documentation.html"
