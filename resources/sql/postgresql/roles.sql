-- SPDX-License-Identifier: MIT
SELECT r.oid, r.rolname, r.rolsuper, r.rolcanlogin, r.rolbypassrls, r.rolinherit, r.rolcreaterole,
       r.rolcreatedb, r.rolreplication, r.rolconnlimit,
       ARRAY(SELECT m.roleid FROM pg_auth_members m WHERE m.member = r.oid)
  FROM pg_roles r
