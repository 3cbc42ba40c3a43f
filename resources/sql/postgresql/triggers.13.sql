-- SPDX-License-Identifier: MIT
-- From 13 on the copies of a trigger on partitions know where they come from.
SELECT t.oid, t.tgrelid, t.tgname, t.tgfoid, n.nspname, p.proname, t.tgtype, t.tgenabled, t.tgattr,
       t.tgqual IS NOT NULL, t.tgconstraint <> 0, t.tgdeferrable, t.tginitdeferred, t.tgoldtable,
       t.tgnewtable, encode(t.tgargs, 'hex'), t.tgparentid
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_proc p ON p.oid = t.tgfoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE c.relnamespace = ANY ($1::oid[]) AND NOT t.tgisinternal
