-- SPDX-License-Identifier: MIT
-- Those that CREATE INDEX has to name.
SELECT o.oid, o.opcname
  FROM pg_opclass o
 WHERE NOT o.opcdefault
