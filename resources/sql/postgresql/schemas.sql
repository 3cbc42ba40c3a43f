-- SPDX-License-Identifier: MIT
-- All of them, so that what is left out can be counted.
SELECT n.oid, n.nspname, n.nspowner,
       n.nspname LIKE 'pg\_%' OR n.nspname = 'information_schema'
  FROM pg_namespace n
