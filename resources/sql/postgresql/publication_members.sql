-- SPDX-License-Identifier: MIT
-- The tables of publications, and none of the schemas that 15 brought.
SELECT r.prpubid, r.prrelid, 0::oid, NULL::int2vector, false
  FROM pg_publication_rel r
