-- SPDX-License-Identifier: MIT
-- Columns of tables that are stored in the file; these always have them.
SELECT s.name, x.cid, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
FROM sqlite_schema AS s CROSS JOIN pragma_table_xinfo(s.name, 'main') AS x
WHERE s.type = 'table' AND s.rootpage > 0
