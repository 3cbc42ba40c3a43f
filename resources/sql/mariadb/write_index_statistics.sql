-- SPDX-License-Identifier: MIT
SELECT COUNT(*) FROM mysql.index_stats WHERE db_name = ? AND table_name = ?
