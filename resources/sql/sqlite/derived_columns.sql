-- SPDX-License-Identifier: MIT
-- Columns of views and virtual tables; one broken view or missing module fails the whole set.
SELECT s.name, x.cid, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
FROM sqlite_schema AS s CROSS JOIN pragma_table_xinfo(s.name, 'main') AS x
WHERE s.type IN ('table', 'view') AND ifnull(s.rootpage, 0) = 0
  AND s.rowid BETWEEN CAST(?1 AS INTEGER) AND CAST(?2 AS INTEGER)
