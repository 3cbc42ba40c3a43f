-- SPDX-License-Identifier: MIT
-- Where the extension lives; no row where the database does not have it.
SELECT set_config('search_path', quote_ident(n.nspname), false)
  FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace
 WHERE e.extname = 'pg_stat_statements'
