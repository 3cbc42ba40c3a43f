# SPDX-License-Identifier: MIT
# The command palette with a preview, with a filter and with commands; the filtered tree.
start light "$sample"
press ctrl+k
write "customer email"
press Down
shoot palette-light
press Escape ctrl+k
write "type:number comment:any"
shoot palette-filter
press Escape ctrl+l
write "!comment kind:table"
shoot tree-filter
stop

start dark "$sample"
press ctrl+k
write ">rel"
shoot palette-commands-dark
press Escape ctrl+k
shoot palette-start-dark
stop
