-- SPDX-License-Identifier: MIT
SELECT wanted.oid, pg_get_viewdef(wanted.oid)
  FROM unnest($1::oid[]) AS wanted (oid)
