# SPDX-License-Identifier: MIT
# Which tables join orders to refunds: asked by name, and by two tables that were found.
start light "$sample"
press ctrl+shift+j
write tmp_orders
press Return Tab
write products
press Return
sleep 1
shoot paths-light
stop

start dark "$sample"
press ctrl+shift+j
write attachments
press Return Tab
write tickets
press Return
sleep 1
shoot paths-dark
stop
