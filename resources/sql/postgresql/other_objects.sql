-- SPDX-License-Identifier: MIT
-- What people made and this program has no kind for: named by the server itself.
-- Without what comes with a type by itself.
-- $1 false: only objects that were not there from the start.
SELECT o.classid, o.oid, o.nsp, o.owner, i.type,
       coalesce(i.name, substr(i.identity, coalesce(length(i.schema) + 2, 1)))
  FROM (SELECT 'pg_operator'::regclass::oid, op.oid, op.oprnamespace, op.oprowner
          FROM pg_operator op
        UNION ALL
        SELECT 'pg_opclass'::regclass::oid, oc.oid, oc.opcnamespace, oc.opcowner
          FROM pg_opclass oc
        UNION ALL
        SELECT 'pg_opfamily'::regclass::oid, f.oid, f.opfnamespace, f.opfowner
          FROM pg_opfamily f
        UNION ALL
        SELECT 'pg_cast'::regclass::oid, c.oid, 0::oid, 0::oid
          FROM pg_cast c
        UNION ALL
        SELECT 'pg_conversion'::regclass::oid, v.oid, v.connamespace, v.conowner
          FROM pg_conversion v
        UNION ALL
        SELECT 'pg_language'::regclass::oid, l.oid, 0::oid, l.lanowner
          FROM pg_language l
        UNION ALL
        SELECT 'pg_am'::regclass::oid, a.oid, 0::oid, 0::oid
          FROM pg_am a
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass::oid, w.oid, 0::oid, w.fdwowner
          FROM pg_foreign_data_wrapper w
        UNION ALL
        SELECT 'pg_statistic_ext'::regclass::oid, s.oid, s.stxnamespace, s.stxowner
          FROM pg_statistic_ext s
        UNION ALL
        SELECT 'pg_ts_config'::regclass::oid, tc.oid, tc.cfgnamespace, tc.cfgowner
          FROM pg_ts_config tc
        UNION ALL
        SELECT 'pg_ts_dict'::regclass::oid, td.oid, td.dictnamespace, td.dictowner
          FROM pg_ts_dict td
        UNION ALL
        SELECT 'pg_ts_parser'::regclass::oid, tp.oid, tp.prsnamespace, 0::oid
          FROM pg_ts_parser tp
        UNION ALL
        SELECT 'pg_ts_template'::regclass::oid, tt.oid, tt.tmplnamespace, 0::oid
          FROM pg_ts_template tt
        UNION ALL
        SELECT 'pg_transform'::regclass::oid, tr.oid, 0::oid, 0::oid
          FROM pg_transform tr
       ) AS o (classid, oid, nsp, owner),
       LATERAL pg_identify_object(o.classid, o.oid, 0) AS i
 WHERE (o.oid >= 16384 OR $1::boolean)
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = o.classid AND d.objid = o.oid AND d.deptype = 'i')
