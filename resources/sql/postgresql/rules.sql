-- SPDX-License-Identifier: MIT
-- With the _RETURN rules that make views, because dependencies name them.
SELECT r.oid, r.rulename, r.ev_class, r.ev_type, r.ev_enabled, r.is_instead
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class
 WHERE c.relnamespace = ANY ($1::oid[])
