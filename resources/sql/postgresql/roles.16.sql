-- SPDX-License-Identifier: MIT
-- Memberships: all, those whose rights are there after SET ROLE only, those that only administer.
-- Since 16 each membership says so, and a role may be a member by several grantors.
SELECT r.oid, r.rolname, r.rolsuper, r.rolcanlogin, r.rolbypassrls, r.rolinherit, r.rolcreaterole,
       r.rolcreatedb, r.rolreplication, r.rolconnlimit,
       ARRAY(SELECT m.roleid FROM pg_auth_members m
              WHERE m.member = r.oid GROUP BY m.roleid
             HAVING bool_or(m.inherit_option OR m.set_option)),
       ARRAY(SELECT s.roleid FROM pg_auth_members s
              WHERE s.member = r.oid GROUP BY s.roleid
             HAVING bool_or(s.set_option) AND NOT bool_or(s.inherit_option)),
       ARRAY(SELECT a.roleid FROM pg_auth_members a
              WHERE a.member = r.oid GROUP BY a.roleid
             HAVING NOT bool_or(a.inherit_option OR a.set_option))
  FROM pg_roles r
