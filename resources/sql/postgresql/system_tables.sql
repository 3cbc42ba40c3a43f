-- SPDX-License-Identifier: MIT
-- How many relations stand in the system's own schemas, by schema.
SELECT c.relnamespace, count(*)
  FROM pg_class c
 WHERE NOT c.relnamespace = ANY ($1::oid[]) AND c.relkind NOT IN ('i', 'I', 't', 'S', 'c')
 GROUP BY 1
