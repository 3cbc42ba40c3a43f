-- SPDX-License-Identifier: MIT
SELECT s.name, f.id, f."table", f."from", f."to", f.on_update, f.on_delete
FROM sqlite_schema AS s CROSS JOIN pragma_foreign_key_list(s.name, 'main') AS f
WHERE s.type = 'table' AND s.rootpage > 0
