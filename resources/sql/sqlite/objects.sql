-- SPDX-License-Identifier: MIT
-- Everything that has a name: tables, views, indexes, triggers, and what later versions add.
SELECT rowid, type, name, tbl_name, ifnull(rootpage, 0), sql FROM sqlite_schema ORDER BY rowid
