# SPDX-License-Identifier: MIT
# The panel "Start here" on the first opening, a stop of the tour, and the page about a database.
start light "$sample"
press F4
press alt+Down
press alt+Down
shoot start-here
press shift+F4
sleep 1
shoot about-database
stop

start dark "$sample"
press F4
press alt+Down
shoot start-here-dark
stop
