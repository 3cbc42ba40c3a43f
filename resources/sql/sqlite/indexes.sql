-- SPDX-License-Identifier: MIT
SELECT s.name, l.name, l."unique", l.origin, x.cid, x."desc", x.coll
FROM sqlite_schema AS s CROSS JOIN pragma_index_list(s.name, 'main') AS l
CROSS JOIN pragma_index_xinfo(l.name, 'main') AS x
WHERE s.type = 'table' AND s.rootpage > 0 AND x."key" = 1
