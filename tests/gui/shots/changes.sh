# SPDX-License-Identifier: MIT
# What changed after a refresh, with the panel, in both themes.
for changes_theme in light dark; do
    changes_copy=$home/changes-$changes_theme.sqlite
    cp "$sample" "$changes_copy"
    start "$changes_theme" "$changes_copy"
    sqlite3 "$changes_copy" 'DROP VIEW v_low_stock; ALTER TABLE customers ADD COLUMN newsletter INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE payments ADD COLUMN gift_note TEXT;
        CREATE TABLE gift_cards (id INTEGER PRIMARY KEY, code TEXT NOT NULL,
            customer_id INTEGER REFERENCES customers (id));'
    press F5
    sleep 3
    press F6
    press Down Down
    shoot "changes-$changes_theme"
    stop
done
