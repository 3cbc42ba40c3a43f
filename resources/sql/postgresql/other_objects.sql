-- SPDX-License-Identifier: MIT
-- What people made and this program has no kind for: named by the server itself.
-- Without what comes with a type by itself.
-- $1 false: only objects that were not there from the start.
SELECT o.classid, o.oid, o.nsp, o.owner, i.type,
       coalesce(i.name, substr(i.identity, coalesce(length(i.schema) + 2, 1)))
  FROM (SELECT 'pg_operator'::regclass::oid, oid, oprnamespace, oprowner FROM pg_operator
        UNION ALL
        SELECT 'pg_opclass'::regclass::oid, oid, opcnamespace, opcowner FROM pg_opclass
        UNION ALL
        SELECT 'pg_opfamily'::regclass::oid, oid, opfnamespace, opfowner FROM pg_opfamily
        UNION ALL
        SELECT 'pg_cast'::regclass::oid, oid, 0::oid, 0::oid FROM pg_cast
        UNION ALL
        SELECT 'pg_conversion'::regclass::oid, oid, connamespace, conowner FROM pg_conversion
        UNION ALL
        SELECT 'pg_language'::regclass::oid, oid, 0::oid, lanowner FROM pg_language
        UNION ALL
        SELECT 'pg_am'::regclass::oid, oid, 0::oid, 0::oid FROM pg_am
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass::oid, oid, 0::oid, fdwowner
          FROM pg_foreign_data_wrapper
        UNION ALL
        SELECT 'pg_statistic_ext'::regclass::oid, oid, stxnamespace, stxowner
          FROM pg_statistic_ext
        UNION ALL
        SELECT 'pg_ts_config'::regclass::oid, oid, cfgnamespace, cfgowner FROM pg_ts_config
        UNION ALL
        SELECT 'pg_ts_dict'::regclass::oid, oid, dictnamespace, dictowner FROM pg_ts_dict
        UNION ALL
        SELECT 'pg_ts_parser'::regclass::oid, oid, prsnamespace, 0::oid FROM pg_ts_parser
        UNION ALL
        SELECT 'pg_ts_template'::regclass::oid, oid, tmplnamespace, 0::oid FROM pg_ts_template
        UNION ALL
        SELECT 'pg_transform'::regclass::oid, oid, 0::oid, 0::oid FROM pg_transform
       ) AS o (classid, oid, nsp, owner),
       LATERAL pg_identify_object(o.classid, o.oid, 0) AS i
 WHERE (o.oid >= 16384 OR $1::boolean)
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = o.classid AND d.objid = o.oid AND d.deptype = 'i')
