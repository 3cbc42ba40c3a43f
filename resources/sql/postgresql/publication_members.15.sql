-- SPDX-License-Identifier: MIT
-- Tables with their columns and whether rows are filtered, and schemas.
SELECT r.prpubid, r.prrelid, 0::oid, r.prattrs, r.prqual IS NOT NULL
  FROM pg_publication_rel r
UNION ALL
SELECT n.pnpubid, 0::oid, n.pnnspid, NULL::int2vector, false
  FROM pg_publication_namespace n
