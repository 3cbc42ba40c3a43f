-- SPDX-License-Identifier: MIT
-- Memberships: all, those whose rights are there after SET ROLE only, those that only administer.
SELECT r.oid, r.rolname, r.rolsuper, r.rolcanlogin, r.rolbypassrls, r.rolinherit, r.rolcreaterole,
       r.rolcreatedb, r.rolreplication, r.rolconnlimit,
       ARRAY(SELECT m.roleid FROM pg_auth_members m WHERE m.member = r.oid),
       ARRAY(SELECT s.roleid FROM pg_auth_members s WHERE s.member = r.oid AND NOT r.rolinherit),
       ARRAY[]::oid[]
  FROM pg_roles r
