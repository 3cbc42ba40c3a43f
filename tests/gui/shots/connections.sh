# SPDX-License-Identifier: MIT
# A server that is lost while the window is open, and the connection dialog with its SSH host.
# The server is that of tests/server/with_servers; without it only the dialog is shown.
if [ -n "${CADASTRE_TEST_SERVERS:-}" ]; then
    server=${CADASTRE_TEST_SERVERS%%,*}
    lost=${server%/*}/cadastre_shot
    for theme in light dark; do
        psql -q "$server" -c 'DROP DATABASE IF EXISTS cadastre_shot' -c 'CREATE DATABASE cadastre_shot' 2> /dev/null
        psql -q "$lost" -c 'CREATE TABLE customers (id int PRIMARY KEY, email text)' \
            -c 'CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers)'
        start "$theme" "$lost"
        shoot "connected-$theme"
        psql -q "$server" -c 'ALTER DATABASE cadastre_shot ALLOW_CONNECTIONS false'
        xdotool key --window "$window" F5
        sleep 2
        shoot "not-connected-$theme"
        stop
        psql -q "$server" -c 'DROP DATABASE cadastre_shot'
    done
fi
start light
xdotool key --window "$window" ctrl+shift+o
sleep 1
shoot connection-dialog
stop
