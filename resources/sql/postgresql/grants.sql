-- SPDX-License-Identifier: MIT
-- Written ACLs, one row per object, grantee and grantor; a star means WITH GRANT OPTION. An empty
-- ACL gives one row without grantee.
SELECT o.classid, o.oid, o.subid, x.grantee, x.grantor,
       string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ',')
  FROM (SELECT 'pg_class'::regclass::oid, c.oid, 0, c.relacl
          FROM pg_class c
         WHERE c.relacl IS NOT NULL AND c.relnamespace = ANY ($1::oid[])
        UNION ALL
        SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum, a.attacl
          FROM pg_attribute a
         WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
        UNION ALL
        SELECT 'pg_namespace'::regclass::oid, n.oid, 0, n.nspacl
          FROM pg_namespace n
         WHERE n.nspacl IS NOT NULL
        UNION ALL
        SELECT 'pg_proc'::regclass::oid, p.oid, 0, p.proacl
          FROM pg_proc p
         WHERE p.proacl IS NOT NULL AND p.pronamespace = ANY ($1::oid[])
        UNION ALL
        SELECT 'pg_type'::regclass::oid, t.oid, 0, t.typacl
          FROM pg_type t
         WHERE t.typacl IS NOT NULL AND t.typnamespace = ANY ($1::oid[])
        UNION ALL
        SELECT 'pg_foreign_server'::regclass::oid, s.oid, 0, s.srvacl
          FROM pg_foreign_server s
         WHERE s.srvacl IS NOT NULL
        UNION ALL
        SELECT 'pg_database'::regclass::oid, d.oid, 0, d.datacl
          FROM pg_database d
         WHERE d.datacl IS NOT NULL AND d.datname = current_database()
       ) AS o (classid, oid, subid, acl)
  LEFT JOIN LATERAL aclexplode(o.acl) AS x ON true
 GROUP BY 1, 2, 3, 4, 5
