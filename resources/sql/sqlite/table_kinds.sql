-- SPDX-License-Identifier: MIT
-- What the CREATE text does not tell for sure: shadow tables, WITHOUT ROWID, STRICT.
SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'
