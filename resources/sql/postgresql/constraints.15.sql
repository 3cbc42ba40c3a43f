-- SPDX-License-Identifier: MIT
-- From 15 on ON DELETE SET NULL may name columns. Constraint triggers (t) come with the triggers.
SELECT c.oid, c.conname, c.conrelid, c.contypid, c.contype, c.condeferrable, c.condeferred,
       c.convalidated, c.conindid, c.conparentid, c.confrelid, c.confupdtype, c.confdeltype,
       c.confmatchtype, c.conkey, c.confkey, c.connoinherit, c.confdelsetcols
  FROM pg_constraint c
 WHERE c.connamespace = ANY ($1::oid[]) AND c.contype <> 't'
