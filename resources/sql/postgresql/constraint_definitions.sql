-- SPDX-License-Identifier: MIT
SELECT wanted.oid, pg_get_constraintdef(wanted.oid)
  FROM unnest($1::oid[]) AS wanted (oid)
